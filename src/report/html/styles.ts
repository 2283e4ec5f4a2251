/** Style sheet of the report: calm, readable on paper, in the dark and on a phone. Nothing is loaded from anywhere. */
export const styles = `
:root{color-scheme:light dark;--bg:#f4f6f5;--card:#fff;--soft:#f1f4f3;--ink:#16211f;--muted:#586764;--line:#dfe6e3;
--accent:#0e6a62;--accent-ink:#fff;--bar:#78918b;--fan:#7fc4ba;--fan-wide:#cde8e3;--fan-edge:#3d9083;--warn:#8a5200;--warn-soft:#fdf1dd;
--bad:#a8261d;--bad-soft:#fbe9e7;--good:#17693a;--good-soft:#e2f3e8;--rule:#c2571a}
@media (prefers-color-scheme:dark){:root{--bg:#0f1514;--card:#171f1e;--soft:#1d2726;--ink:#e7eeec;--muted:#9fb1ac;
--line:#2a3735;--accent:#62cabd;--accent-ink:#06231f;--bar:#8fa8a2;--fan:#2f8379;--fan-wide:#1d4641;--fan-edge:#3f9d90;--warn:#f0b45c;
--warn-soft:#33270f;--bad:#ff9286;--bad-soft:#3a1b18;--good:#74d197;--good-soft:#14301f;--rule:#f0945a}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:3.4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",
"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main,.top,footer{max-width:1160px;margin:0 auto;padding:0 20px}
.top{padding-top:28px;display:flex;flex-wrap:wrap;gap:12px 32px;align-items:flex-end;justify-content:space-between}
h1{font-size:30px;line-height:1.15;letter-spacing:-.02em;margin:0;font-weight:680}
h2{font-size:20px;letter-spacing:-.01em;margin:44px 0 4px;font-weight:660}
h3{font-size:15.5px;margin:0;font-weight:640}
p{margin:.3em 0}.lead,.muted{color:var(--muted)}.lead{margin:0 0 14px;max-width:72ch}.small{font-size:13px}
.brand{color:var(--accent);font-weight:700;letter-spacing:.04em;font-size:13px}
.facts{display:flex;flex-wrap:wrap;gap:6px 22px;margin:0}.facts div{min-width:0}
.facts dt{color:var(--muted);font-size:12px}.facts dd{margin:0;font-weight:600}
nav{position:sticky;top:0;z-index:2;background:var(--bg);border-bottom:1px solid var(--line);margin-top:18px}
nav ul{max-width:1160px;margin:0 auto;padding:0 14px;display:flex;overflow-x:auto;list-style:none;scrollbar-width:none}
nav a{display:block;padding:11px 8px;color:var(--muted);text-decoration:none;white-space:nowrap;font-size:13.5px}
nav a:hover{color:var(--accent)}a{color:var(--accent)}a:focus-visible,summary:focus-visible{outline:2px solid
var(--accent);outline-offset:2px;border-radius:4px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:18px 20px}
.card+.card{margin-top:14px}.tiles .card+.card,.grid .card+.card{margin-top:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(215px,1fr));gap:14px;margin-top:22px}
.tile .label{color:var(--muted);font-size:13px}.tile .value{font-size:27px;font-weight:680;letter-spacing:-.02em;
line-height:1.2;margin:2px 0}.tile.main{background:var(--accent);color:var(--accent-ink);border-color:transparent}
.tile.main .label,.tile.main .muted{color:inherit;opacity:.86}
.tile a{color:inherit}
.compare{margin-top:14px}.compare dl{margin:10px 0 4px}.compare dl div{display:grid;grid-template-columns:11em 1fr 8em;gap:4px 14px;align-items:center;padding:3px 0}
.compare dd:last-child{text-align:right}.compare dt{font-size:14px}.compare dd{margin:0}
.compare .track{background:var(--soft);border-radius:5px;height:14px}.compare .track i{display:block;height:14px;
border-radius:5px;background:var(--bar)}.compare .track.ours i{background:var(--accent)}
.note{border-left:3px solid var(--warn);background:var(--warn-soft);padding:10px 14px;border-radius:0 8px 8px 0;
margin:14px 0}
.chip{display:inline-flex;align-items:center;gap:5px;border-radius:999px;padding:1px 9px;font-size:12.5px;
font-weight:600;background:var(--soft);color:var(--muted);white-space:nowrap}
.chip.good,.chip.green{background:var(--good-soft);color:var(--good)}
.chip.amber,.chip.warning,.chip.review,.chip.doubt{background:var(--warn-soft);color:var(--warn)}
.chip.red,.chip.error,.chip.shortage{background:var(--bad-soft);color:var(--bad)}
.chips{display:flex;flex-wrap:wrap;gap:6px;margin:6px 0}
.head{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:baseline;justify-content:space-between}
.head .sum{font-size:18px;font-weight:660}
table{border-collapse:collapse;width:100%;font-size:14px}
th{color:var(--muted);font-weight:560;font-size:12.5px;text-align:left;padding:6px 10px 6px 0;border-bottom:1px solid
var(--line);vertical-align:bottom}
td{padding:8px 10px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}
th.n,td.n{text-align:right;padding-right:0;padding-left:10px}td.n{white-space:nowrap}
th.n+th:not(.n),td.n+td:not(.n){padding-left:26px}
td .sub,.sub{display:block;color:var(--muted);font-size:12.5px}td.id{font-weight:600;min-width:9em}td.id .sub{font-weight:400}
tbody:last-child tr:last-child td{border-bottom:0}
tr.data.has-why td{border-bottom:0;padding-bottom:2px}
tr.why td{padding:0 0 8px}
.scroll{overflow-x:auto}
details>summary{cursor:pointer;color:var(--accent);font-size:13px;list-style-position:inside;padding:2px 0;width:fit-content}
.because{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,430px);gap:6px 28px;background:var(--soft);
border-radius:10px;padding:12px 16px;margin-top:4px}.because ul{margin:4px 0;padding-left:18px}
.because li{margin:3px 0;font-size:13.5px}
.gauge{display:block;width:92px;height:6px;border-radius:3px;background:var(--soft);border:1px solid var(--line);
position:relative;margin:5px 0 1px auto;overflow:hidden}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:14px}
.grid.two{grid-template-columns:repeat(auto-fill,minmax(min(100%,440px),1fr))}
.kpi-grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,250px),1fr));gap:18px 28px;margin-top:10px}.kpi{min-width:0}.kpi .value{font-size:21px;font-weight:670;letter-spacing:-.01em}
.kpi .row{display:flex;gap:12px;align-items:center;justify-content:space-between}.kpi svg.chart{width:96px;flex:none}.kpi h4{margin:0;font-weight:560}.kpi .row>div{min-width:0}.kpi .value{margin-right:6px}
.signals{display:grid;gap:0}.signal-row{display:grid;grid-template-columns:130px minmax(0,1fr) max-content;gap:4px 18px;
align-items:center;padding:10px 0;border-top:1px solid var(--line)}.signal-row:first-child{border-top:0}
.signal-row svg.chart{width:120px}.signal-row .stake{text-align:right;font-weight:640;white-space:nowrap}
.item-card{display:flex;flex-direction:column;gap:2px}.item-card .name{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.item-card svg.chart+svg.chart{margin-top:6px}.issue{padding:10px 0;border-top:1px solid var(--line)}.issue:first-of-type{border-top:0}
.issue .count{font-weight:660}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:12.5px;color:var(--muted);margin:8px 0 12px;padding:0;
list-style:none}.legend i{display:inline-block;width:18px;height:9px;border-radius:2px;margin-right:6px}
.legend .l-history{background:var(--bar)}.legend .l-fan{background:var(--fan)}.legend .l-wide{background:var(--fan-wide)}
.legend .l-line{height:2.5px;background:var(--accent);vertical-align:middle}.legend .l-reorder{height:0;border-top:2px
dashed var(--rule);vertical-align:middle}.legend .l-signal{width:0;height:0;border:5px solid transparent;
border-top:7px solid var(--rule);border-radius:0;border-bottom:0}.legend .l-past{width:auto;height:auto;color:var(--rule);font-style:normal}
.legend .l-past::before{content:"▽"}
.legend .l-last{height:0;border-top:1.5px solid var(--muted);vertical-align:middle}
.legend .l-without{height:0;border-top:2px dotted var(--muted);vertical-align:middle}
svg.chart{display:block;width:100%;height:auto;overflow:visible}
svg text{font-size:12px;fill:var(--ink)}svg .tick{fill:var(--muted)}svg .mark{fill:var(--rule);paint-order:stroke;stroke:var(--card);stroke-width:3px;stroke-linejoin:round}
svg .mark.bad{fill:var(--bad)}svg .strong{font-weight:650}
svg .grid{stroke:var(--line);stroke-width:1}svg .base{stroke:var(--muted);stroke-width:1;opacity:.6}
svg .history{fill:var(--bar)}svg .history.partial{fill:none;stroke:var(--bar);stroke-dasharray:2 1.5}
svg .history.marked{fill:var(--rule)}svg .level{stroke:var(--ink);stroke-width:1.5}svg .expected,svg .total{fill:var(--accent)}svg .plus{fill:var(--bar)}
svg .minus{fill:var(--fan)}svg .fan{fill:var(--fan)}svg .fan.wide{fill:var(--fan-wide);stroke:var(--fan-edge);stroke-width:1}svg .last-year{fill:none;stroke:var(--muted);stroke-width:1.3}
svg .cautious{fill:none;stroke:var(--fan-edge);stroke-width:1.3;stroke-dasharray:4 2}svg .shortage{fill:var(--bad)}
svg .receipt.later{fill:var(--card);stroke:var(--accent);stroke-width:1.5}svg .hit{fill:transparent}svg .hit:hover{fill:var(--muted);opacity:.16}
svg .forecast,svg .stock,svg .spark{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round}
svg .without{fill:none;stroke:var(--muted);stroke-width:1.5;stroke-dasharray:1.5 3;stroke-linecap:round}
svg .today{stroke:var(--muted);stroke-dasharray:3 3}svg .reorder{stroke:var(--rule);stroke-width:1.5;stroke-dasharray:5 3}
svg .reorder.strong{stroke-dasharray:none;stroke-width:2.5}svg .runout{stroke:var(--bad);stroke-width:1.5}
svg .receipt,svg .spark-end{fill:var(--accent)}svg .whisker{fill:none;stroke:var(--muted);stroke-width:1.2}
svg .signal{fill:none;stroke:var(--rule);stroke-width:1.2}svg .signal.open{fill:var(--rule)}
footer{color:var(--muted);font-size:13px;padding-top:30px;padding-bottom:48px}footer code{font-size:12px}
@media screen and (max-width:760px){body{font-size:15px}main,.top,footer{padding-left:14px;padding-right:14px}h1{font-size:25px}
.card{padding:14px 14px}.because{grid-template-columns:minmax(0,1fr);padding:10px 12px}
.signal-row{grid-template-columns:minmax(0,1fr) max-content}.signal-row .spark-cell{display:none}
.compare dl div{grid-template-columns:1fr max-content}.compare .track{grid-column:1/-1;order:3}.tiles{grid-template-columns:1fr 1fr;gap:10px}
.tile.main,.tile:nth-child(2){grid-column:1/-1}.chip{white-space:normal;border-radius:10px}
.tile .value{font-size:22px}.tile.main .value{font-size:29px}
table.stack thead{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}
table.stack tr.data{display:grid;grid-template-columns:1fr 1fr;gap:4px 14px;padding:10px 0 2px}
table.stack tr.data td{display:block;border:0;padding:0;text-align:left;white-space:normal}
table.stack tr.data td.id{grid-column:1/-1}table.stack tr.data td[data-l]::before{content:attr(data-l);display:block;
color:var(--muted);font-size:12px}table.stack tr.why{display:block}table.stack tr.why td{display:block;padding:2px 0 10px}
table.stack tbody{display:block;border-bottom:1px solid var(--line)}table.stack tbody:last-child{border:0}
.gauge{margin-left:0}}
@media print{:root{--bg:#fff;--card:#fff;--soft:#f4f6f5;--ink:#000;--muted:#444;--line:#ccc}
body{font-size:10.5pt}nav{display:none}main,.top,footer{max-width:none;padding:0}.card{border-radius:6px;padding:10px 12px}
table{font-size:8.5pt}td,th{padding:4px 4px 4px 0}th.n,td.n{padding-left:4px}td.id{min-width:6em}.scroll{overflow:visible}
.gauge{display:none}td .sub,.sub,.small{font-size:8pt}h2,.head{break-after:avoid}.supplier .head,.chips{break-after:avoid}h2{;margin-top:22px}.item-card,.kpi,.issue,.signal-row,tr,.tile{break-inside:avoid}
.tile.main{background:none;color:#000;border:1.5px solid #000}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
details:not([open]),tr.why{display:none}tr.data.has-why td{border-bottom:1px solid var(--line)}
td,th{padding:4px 8px 4px 0}th.n,td.n{padding-left:8px}thead{display:table-header-group}tbody{break-inside:avoid}h3,.supplier .head{break-after:avoid}
.supplier tr.data>:nth-child(6),.supplier thead th:nth-child(6),.supplier tr.data>:nth-child(8),.supplier thead th:nth-child(8){display:none}
@page{size:A4;margin:14mm 12mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:8pt}}}
`;
