// The style of the sign-in pages: a newspaper's masthead over one column. No script, and no font to
// load.
import {createHash} from 'node:crypto'

export const STYLE = `
:root{color-scheme:light dark;--paper:#faf8f3;--ink:#1b1a17;--soft:#5c574d;--line:#8a8478;--field:#fff;--alarm:#8f1d14;--alarm-paper:#fbeeea;--note-paper:#eef1ea}
@media (prefers-color-scheme:dark){:root{--paper:#181715;--ink:#eeeae1;--soft:#b3ad9f;--line:#837d71;--field:#211f1c;--alarm:#ffb4a6;--alarm-paper:#3a1d18;--note-paper:#23291f}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',sans-serif}
.page{max-width:46rem;margin:0 auto;padding:clamp(1.25rem,6vh,4.5rem) 1.25rem 2.5rem}
header{text-align:center;border-bottom:1px solid var(--ink);padding-bottom:.6rem}
header::after{content:'';display:block;border-bottom:3px solid var(--ink);margin-top:.55rem}
.name{font:700 clamp(2rem,8vw,3.6rem)/1.05 'Iowan Old Style','Palatino Linotype',Palatino,'Book Antiqua',Georgia,serif;letter-spacing:-.015em;margin:0;overflow-wrap:anywhere}
.line{margin:.7rem 0 0;font-size:.8125rem;letter-spacing:.14em;text-transform:uppercase;color:var(--soft)}
main{max-width:25rem;margin:clamp(1.5rem,5vh,3rem) auto 0}
h1{font:600 1.6rem/1.2 'Iowan Old Style','Palatino Linotype',Palatino,'Book Antiqua',Georgia,serif;margin:0 0 .5rem}
p{margin:0 0 1rem}
.soft{color:var(--soft)}
.message{border-left:4px solid var(--ink);background:var(--note-paper);padding:.75rem 1rem;margin:1rem 0}
.message.alarm{border-color:var(--alarm);background:var(--alarm-paper);color:var(--alarm)}
form{margin-top:1.5rem}
label{display:block;font-weight:600;margin-bottom:.3rem}
.field{margin-bottom:1.2rem}
.hint{display:block;font-size:.9rem;color:var(--soft);margin:.35rem 0 0}
input{width:100%;min-height:3rem;padding:.6rem .8rem;font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);border-radius:2px}
input[readonly]{background:transparent;border-style:dashed}
input[aria-invalid=true]{border:2px solid var(--alarm)}
button,.button{width:100%;min-height:3.1rem;padding:.7rem 1rem;font:inherit;font-weight:650;color:var(--paper);background:var(--ink);border:1px solid var(--ink);border-radius:2px;cursor:pointer}
button:hover,.button:hover{background:var(--soft);border-color:var(--soft)}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #2f6fb5;outline-offset:2px}
.button,.button:visited{color:var(--paper)}
.button{display:block;text-align:center;text-decoration:none}
.or{display:flex;align-items:center;gap:.8rem;margin:1.5rem 0 0;color:var(--soft)}
.or::before,.or::after{content:'';flex:1;border-bottom:1px solid var(--line)}
a:not(.button){color:inherit;text-underline-offset:.2em}
code{font-size:.9em;overflow-wrap:anywhere}
dl{margin:1rem 0 0;border-top:1px solid var(--line)}
dl div{display:flex;gap:1rem;justify-content:space-between;border-bottom:1px solid var(--line);padding:.5rem 0}
dt{color:var(--soft)}
dd{margin:0;text-align:right;overflow-wrap:anywhere}
footer{margin-top:2rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.9rem;color:var(--soft)}
`

/** For `style-src` in the pages' Content-Security-Policy. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`
