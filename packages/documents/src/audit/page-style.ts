/** 网页的样子: the style of a report's page. */

export const pageStyle = `
:root{color-scheme:light dark;--line:#8886;--faint:#8881;--error:#c62828;--warning:#b26a00;--rounding:#557;--note:#2e6f9e}
body{font:15px/1.7 "Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.2rem;border-bottom:1px solid var(--line);margin-top:2.2rem}h3,summary.group{font-size:1rem;font-weight:700;margin:1.1rem 0 .3rem}
.verdict,.count{display:inline-block;padding:.1rem .8rem;border-radius:.3rem;color:#fff;font-weight:600}
.verdict.pass{background:#2e7d32}.verdict.fail{background:var(--error)}.verdict.incomplete{background:var(--warning)}
.counts{margin:.8rem 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.5rem}.counts a{text-decoration:none}
.count.error{background:var(--error)}.count.warning{background:var(--warning)}.count.rounding{background:var(--rounding)}.count.note{background:var(--note)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.8rem 0}dt{opacity:.7}dd{margin:0;grid-column:2;overflow-wrap:anywhere}
ol.findings{list-style:none;padding:0}ol.findings>li{border:1px solid var(--line);border-left:5px solid;border-radius:.3rem;padding:.5rem .9rem;margin:.6rem 0}
li.error{border-left-color:var(--error)!important}li.warning{border-left-color:var(--warning)!important}
li.rounding{border-left-color:var(--rounding)!important}li.note{border-left-color:var(--note)!important}
:target{outline:2px solid var(--note);outline-offset:1px}.finding dl{margin:.3rem 0 0;font-size:.93em}
.number{font-weight:700;margin-right:.5rem}.label{opacity:.85}.rule{font:.8em ui-monospace,monospace;opacity:.65}.to{float:right;font-size:.85em;text-decoration:none}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.86rem;margin:.4rem 0}th,td{border:1px solid var(--line);padding:.1rem .5rem;vertical-align:top}
th{background:var(--faint);font-weight:600}td.amount{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.words{min-width:9em}
mark{background:#ffd54f66;color:inherit;padding:0 .1em}td.error,mark.error{background:#ef535044}td.warning,mark.warning{background:#ffb74d55}
td.rounding,mark.rounding{background:#9fa8da44}td.note,mark.note{background:#81d4fa44}
sup a{text-decoration:none;font-size:.75em;margin-left:.15em}details{margin:.4rem 0}summary{cursor:pointer}
p.heading{font-weight:600;margin-bottom:.2rem}
@media print{body{max-width:none;margin:0;font-size:11px}.to{display:none}ol.findings>li,tr{break-inside:avoid}details::details-content{content-visibility:visible;display:block}}
`.trim()
