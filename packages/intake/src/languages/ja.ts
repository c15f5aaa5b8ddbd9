// Japanese. How quotations are found is in ja-quotes.ts, as Japanese divides no words.
import {japaneseRules} from './ja-quotes.ts'
import {WORLDWIDE_HOLDERS, WORLDWIDE_NOTES} from './holders.ts'
import {list} from './list.ts'
import type {LanguageRules} from './rules.ts'

export const japanese: LanguageRules = {
  code: 'ja',
  hasNoSpaces: true,
  withoutSpaces: japaneseRules,
  common: list('の | は | が | を | に | で | と | た | した'),
  page: {
    sections: list(String.raw`
      ホーム | トップ | ニュース | 速報 | 社会 | 政治 | 経済 | 国際 | スポーツ | 文化 | 芸能 | エンタメ | 科学 | 環境 | 医療 | 健康 | 教育 | 地域 | 地方 | 暮らし | くらし | オピニオン | 社説 | コラム`),
    buttons: list(String.raw`
      特集 | 連載 | 連載一覧 | 写真 | 動画 | 天気 | ランキング | アクセスランキング | 記事一覧 | カテゴリー | タグ | 検索 | メニュー | MENU | HOME | TOP | SNS | LINE
      ログイン | 会員登録 | 無料会員登録 | 新規登録 | マイページ | 購読 | 購読のお申し込み | 購読申し込み | 有料会員限定 | 有料記事 | 会員限定 | シェア | シェアする | この記事をシェア | 記事をシェア | ツイート | ポスト | ポストする | 保存 | 記事を保存 | ブックマーク | クリップ | 印刷 | 印刷する | 記事を印刷 | 記事を印刷する | 保存する | お気に入り | お気に入りに追加 | SHARE | POST | Share | Post | Tweet | はてブ | Pocket | note | コメント | コメントを書く | いいね | フォロー | フォローする | メルマガ登録 | ニュースレター登録 | 続きを読む | もっと見る | 後で読む | あとで読む | 一覧へ | 次へ | 前へ | トップへ戻る | ページの先頭へ | 広告 | PR | お問い合わせ | 会社概要 | 運営会社 | 利用規約 | 個人情報保護方針 | プライバシーポリシー | 特定商取引法に基づく表記 | サイトマップ | 著作権 | 同意する | 閉じる | 紙面ビューアー | 電子版 | 号外 | おすすめ | 関連記事 | 編集部から | Facebook | X | はてなブックマーク | リンクをコピー | 文字サイズ | 音声で聞く`),
    furniture: list(String.raw`
      （?[\d０-９]{1,2}面(?:に|参照|へ).* | 報道関係者 | 報道各位 | プレスリリース$ | 【プレスリリース】 | 即時解禁 | 解禁(?:日時)?[:：] | あわせて読みたい | 合わせて読みたい | 関連記事 | 【関連記事】 | 【関連】 | 関連リンク | 【あわせて | ［関連］ | ▶ | ＞＞ | >> | 当サイトでは | 当サイトは | このサイトでは | 本サイトでは | Cookieを | クッキーを | Copyright\b | ©\s*\d{4} | (?:[（(].*面に.*[）)]$) | 無断(?:転載|複製) | この記事は有料 | 残り\s?[\d０-９,]+文字 | 会員登録(?:すると|で) | ログインして | 無料(?:登録|で読める) | この記事を(?:シェア|保存|友達) | シェア(?:する)?$ | 記事の(?:保存|印刷) | 続きは | 全文を読むには | ニュースレター(?:登録|を)[^。]*$ | メールマガジン[^。]*$ | フォロー[^。]*$ | \d+\s?(?:件のコメント|コメント) | 読了(?:時間|目安) | この記事は約 | 読了\s?(?:時間|\d) | 所要時間 | 前の記事 | 次の記事 | 次ページ | 前ページ | スポンサー(?:リンク|ード) | この記事を読んだ人 | 関連キーワード | 関連ワード | タグ[:：] | #\S+(?:\s#\S+)+$ | コメント\d | ランキング | PR$ | 広告`),
    papers: list('新聞(?:オンライン|デジタル)? | 日報 | 新報 | ジャーナル | タイムズ'),
    printed: list(String.raw`第?[０-９\d]*[社会経済総合国際政治地域文化]{0,4}面`),
    boxes: list(String.raw`
      あわせて読みたい | 合わせて読みたい | 関連記事 | 【関連記事】 | おすすめ(?:の)?記事 | おすすめ | 関連リンク | こちらもおすすめ | 人気記事 | アクセスランキング | ランキング | 新着記事 | 最新記事 | この記事に関連する.* | この連載の記事 | 連載バックナンバー | この記事のタグ | 編集部のおすすめ | 注目(?:の)?記事 | 他の記事 | 次に読みたい`),
    published: list(
      String.raw`公開(?:日)?[:：]? | 掲載日[:：]? | 発行[:：]? | 更新日時?[:：]? | 更新(?:日)?[:：]? | 掲載[:：]? | 最終更新[:：]? | 配信[:：]? | 投稿(?:日)?[:：]? | 公開日時`,
    ),
    calendar: list(
      '午前 | 午後 | 朝刊 | 夕刊 | 更新 | 公開 | 配信 | 掲載 | 付 | 時点 | 今日 | 昨日 | JST | 月 | 火 | 水 | 木 | 金 | 土 | 日',
    ),
    greetings: list(
      '.*(?:各位|御中|ご担当者様|編集部様)$ | お疲れ(?:様|さま)です | いつもお世話になっております.*',
    ),
    ends: list('以上 | （?了）? | おわり'),
    signOffs: list(
      'よろしくお願い(?:いた)?します | 以上、よろしく | ご確認(?:ください|お願いします)',
    ),
    afterCredit: list('拡大する | 写真を拡大 | すべての写真'),
  },
  head: {
    bylines: {
      writer: list(
        String.raw`(?:(?:取材|聞き手|構成|編集|企画|撮影|写真)・)*(?:取材|聞き手|構成|文|執筆|ライター|筆者|記者|著者|インタビュー|text|words|written)(?:・(?:構成|編集|執筆|撮影|写真|文))*[:：＝=/／　 ]\s?(?:by )? | (?:執筆者|寄稿|寄稿者|取材・執筆)[:：＝=/／　 ]\s? | 聞き手`,
      ),
      photographer: list(
        String.raw`撮影[:：＝=/／] | 写真[:：＝=/／] | 写真＝ | カメラ[:：＝=/／] | Photo[:：＝=/／]\s? | フォト[:：＝=/／]`,
      ),
      translator: list(String.raw`翻訳[:：＝=/／] | 訳[:：＝=/／] | 訳＝`),
    },
    alsoPhotographer: list('撮影 | 写真'),
    shared: [],
    signatures: list(String.raw`
      [（(【［](?<name>[^（）()＝=]{2,24}?)(?:記者|通信員)?[）)】］] | [（(](?:聞き手|文|取材|構成)[:：・＝\s]*(?<name>[^（）()＝=、]{2,12})(?:記者)?[）)] | [【（(][^】（）()]{1,10}[＝・](?<name>[^】（）()]{2,12})[】）)] | [＝](?<name>\S{2,10})記者 | 文責[:：](?<name>\S{2,12})`),
    from: [],
    authorRoles: list(
      'ライター | 記者 | 編集者 | 編集部 | 編集委員 | 論説委員 | 特派員 | 支局 | 支局長 | デスク | カメラマン | ジャーナリスト',
    ),
    bios: list(String.raw`
      ライター | ジャーナリスト | 編集者 | 記者。 | フリー(?:ランス|ライター) | 著書に | 執筆(?:中|している|する)? | \d{4}年(?:生まれ|入社) | 出身。 | 在住。 | を担当 | を取材 | 生まれ。`),
    credits: list(String.raw`^取材協力 | ^構成[:：]`),
    notes: list(String.raw`訂正 | おことわり | お断り | 【訂正】 | ※ | 編集部注 | 注[:：] | 追記`),
    callsToAction: list(String.raw`
      .*(?:ください|下さい|お寄せください|ご覧ください|ご覧いただけます|ませんか|できます|お待ちしています|受け付けています|はこちら(?:から|へ)?|ダウンロードできます|登録を|募集しています|募集中です|ご応募|お送りください|申し込みは.*|詳しくは.*|フォローしてください)[。！]?$`),
    interview: list(String.raw`.*(?:聞き手|インタビュー).*`),
    and: list('と | ・ | 、'),
  },
  photos: {
    captionLabels: list('キャプション | 写真説明'),
    creditLabels: list(
      String.raw`写真はすべて | 写真 | (?:写真・)?撮影 | 撮影・提供 | 図版 | 図 | 画像 | イラスト | 挿絵 | 提供 | (?:写真|画像|資料|図版|映像|動画)提供 | 出典 | 資料(?=[:：]) | グラフ | 作図 | 地図 | 映像 | [Pp]hoto by | [Pp]hotos? | PHOTO | Photograph | クレジット | カメラ | カメラマン | [Ii]llustration`,
    ),
    creditNotes: [
      ...WORLDWIDE_NOTES,
      ...list('資料写真 | 資料 | 代表 | 代表撮影 | イメージ | イメージ写真 | 筆者 | 記者 | 写真'),
    ],
    by: list('撮影 | さん撮影 | 写す | 写真 | 作成 | 作図'),
    for: [],
    courtesy: list('の資料(?:から|より) | の?提供 | 所蔵 | 蔵 | 所有 | 寄託 | より'),
    via: list('経由'),
    holders: [
      ...WORLDWIDE_HOLDERS,
      ...list(
        '新聞社 | 通信社 | アーカイブズ? | ライブラリー? | コレクション | スタジオ | フォト | 写真部 | 商船 | 汽船 | 海運 | 運輸 | 交通 | 観光 | バス | タクシー | 電機 | 電気 | 化学 | 製薬 | 創薬 | 製鉄 | 重工 | 食品 | 水産 | 酒造 | 醸造 | 製菓 | 製パン | 製麺 | 産業 | 興業 | 建設 | 工務店 | 不動産 | 商会 | 商事 | 物産 | 農園 | 農場 | 牧場 | 旅館 | ホテル | カフェ | 喫茶 | 食堂 | 書店 | 書房 | 文庫 | 劇場 | 座 | 楽団 | 一座 | 湯 | 温泉 | 屋 | 堂 | 荘 | 亭 | 庵 | 院 | 塾 | 講 | 連 | 組 | 苑 | 舎 | 楼 | 窯 | 港 | 駅 | 空港 | 公園 | 動物園 | 水族館 | 遺族 | 家族 | 親族 | 本人 | 読者 | 関係者 | 住民 | 有志 | 同社 | 同市 | 同町 | 同館 | 同校 | 書 | 誌',
      ),
    ],
    agencies: list(
      String.raw`\p{sc=Han}{2,6}(?:新聞社|通信社) | 共同 | 時事 | 共同通信社? | 時事通信社? | ロイター | ロイター通信 | AP | ＡＰ | AFP | ＡＦＰ | AFP時事 | ＡＦＰ時事 | EPA | ＥＰＡ | ゲッティ | ゲッティイメージズ | アフロ | 新華社 | 聯合ニュース | タス | タス通信 | DPA | UPI | PA | NASA`,
    ),
    collections: [],
    archives: [],
  },
  names: {
    organisations: list(String.raw`
      (?:合同|株式|有限|合資)会社.* | 省 | 庁 | 局 | 署 | 委員会 | 委 | 大学 | 大 | 学校 | 高校 | 中学 | 小学校 | 協会 | 組合 | 連合 | 連盟 | 財団 | 社 | 会社 | 銀行 | 新聞 | 日報 | 新報 | 通信 | 放送 | テレビ | ラジオ | 出版 | 役場 | 市 | 町 | 村 | 県 | 府 | 都 | 道 | 区 | 警察 | 消防 | 消防本部 | 病院 | 研究所 | 研究センター | センター | ラボ | 館 | 博物館 | 美術館 | 図書館 | 資料館 | 会 | 団 | 隊 | 部 | 課 | 室 | 店 | 園 | 寺 | 神社 | 教会 | 機構 | 本部 | 支部 | 党 | 事務局 | 商店街 | 漁協 | 農協 | 工房 | 工業 | 製作所 | 製造 | 電力 | 鉄道 | 航空 | フォト | プレス | スタジオ | 編集部 | 家`),
    bodies: [],
    anyBodies: [],
    honorifics: {female: [], male: [], any: []},
    titles: [],
    jobEndings: [],
    notJobs: [],
    notNouns: [],
    notTitles: [],
    titlesBefore: [],
    bodyTitles: [],
    placeKinds: [],
    placeTitles: [],
    firmTitles: [],
    personTitles: [],
    titleOf: [],
    particles: [],
    links: [],
    articles: [],
    indefinite: [],
    prepositions: [],
    newTitles: [],
    ordinals: [],
    times: [],
    titleTails: [],
    titleEnds: [],
    definite: list(''),
    contracted: list(''),
    genitives: list(''),
    places: [],
    isVerbs: [],
    isClauses: list(''),
    of: [],
    belongs: [],
    clauses: [],
    papers: [],
    owners: [],
    leads: [],
    namedBy: [],
    ages: [],
    relatives: {female: [], male: []},
    pronouns: {female: [], male: [], it: [], they: []},
    possessives: [],
    starters: [],
  },
  speech: {
    marks: [['「', '」']],
    verbs: [],
    auxiliaries: [],
    clauseSigns: [],
    writes: [],
    calls: [],
    accordingTo: [],
    notSpeech: [],
    works: [],
    documents: [],
    seen: [],
    views: [],
    joining: list(''),
    complements: list(''),
    relative: [],
    answers: [],
    reported: list(''),
    anonymous: [],
  },
}
