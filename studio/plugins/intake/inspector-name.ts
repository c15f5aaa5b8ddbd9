export const INTAKE_INSPECTOR = 'intake'
