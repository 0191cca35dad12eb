/** The report's only style sheet. Hatching is a tile: as a repeating gradient it makes a PDF of six megabytes of one. On paper it is always light; colours mean nothing that words do not say. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1a1d21,#e8eaed);--quiet:light-dark(#565e68,#a9b2bd);--paper:light-dark(#fff,#16181c);--line:light-dark(#d5d9de,#3a4048);--wash:light-dark(#f3f5f7,#20242a);--accent:light-dark(#005a96,#6db9ef);--warn:light-dark(#8a4b00,#f0b35e);--hatch:linear-gradient(135deg,transparent 46%,light-dark(#d5dade,#3a4048) 46% 54%,transparent 54%) 0 0/7px 7px}
*{box-sizing:border-box}
body{margin:0 auto;max-width:190mm;padding:8mm 6mm;background:var(--paper);color:var(--ink);font:10.5pt/1.45 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;print-color-adjust:exact;-webkit-print-color-adjust:exact;overflow-wrap:break-word}
.posts,.typed,.checks{overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;align-items:center;gap:2mm 6mm;padding-bottom:3mm;border-bottom:1mm solid var(--agency)}
header p{margin:0}header img{max-width:50mm;max-height:16mm}.agency{font-weight:600}header .quiet{margin-inline-start:auto}
h1{margin:6mm 0 3mm;font-size:20pt;line-height:1.2}h2{margin:7mm 0 2mm;font-size:14pt}h3{margin:5mm 0 1.5mm;font-size:11pt}
h1,h2,h3{break-after:avoid;text-wrap:balance}p{margin:0 0 2mm}a{color:var(--accent);text-underline-offset:2px}
.quiet{color:var(--quiet);font-weight:400;font-size:9pt}.sample,.cap{padding:1.5mm 3mm;border-inline-start:1mm solid var(--warn);background:var(--wash)}
.grade{display:flex;gap:6mm;align-items:flex-start;break-inside:avoid}.grade>div{flex:1}.letter{flex:none;min-width:26mm;margin:0;padding:2mm 3mm;border:.6mm solid var(--ink);border-radius:3mm;font-size:44pt;font-weight:700;line-height:1.1;text-align:center}
.letter.none,.hatched,.bar.none{background:var(--hatch)}.verdict{font-size:14pt;font-weight:600;margin-bottom:1mm}.points strong{font-size:14pt}
.bar{position:relative;display:block;min-width:22mm;height:2.2mm;margin:1mm 0 2mm;background:var(--wash);border-radius:1mm}.bar i{position:absolute;inset-block:0;background:var(--line);border-radius:1mm}.bar b{position:absolute;inset-block:-.6mm;width:.7mm;background:var(--ink)}
.sentences{margin:5mm 0;padding-inline-start:6mm;font-size:11.5pt}.sentences li{margin-bottom:1.5mm}
table{width:100%;border-collapse:collapse;font-size:9.5pt}th,td{padding:1.6mm 2mm;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}thead th{font-weight:600;background:var(--wash)}.numeric{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}td.numeric.hatched{white-space:normal}
thead{display:table-header-group}tr,li,dl,.signature{break-inside:avoid}
.findings td:last-child{width:58%}.findings th[scope=row]{width:24%}.criterion>*{border-bottom-color:transparent}.criterion.only>*{border-bottom-color:var(--line)}.within th{padding-inline-start:5mm}.findings td p{margin-bottom:.8mm}.do{font-weight:600}
ul{margin:1mm 0 2mm;padding-inline-start:5mm}.posts,.checks{font-size:8.5pt}.checks{list-style:none;padding:0}.checks .quiet{font-size:inherit}.state{display:inline-block;min-width:16mm}.checks .failed,td.failed{font-weight:600}
.typed{white-space:pre-line}dl{display:grid;grid-template-columns:max-content 1fr;gap:1mm 5mm;margin:2mm 0}dt{color:var(--quiet)}dd{margin:0}
.radar{display:flex;flex-wrap:wrap;gap:6mm;align-items:center;break-inside:avoid}.radar svg{width:84mm;flex:none}.radar table{flex:1;width:auto;min-width:80mm}
.room{fill:var(--wash)}.room.none{fill:url(#hatch)}.radar .score{fill:color-mix(in oklab,var(--agency) 60%,var(--paper))}.radar .score[fill]{fill:url(#hatch);stroke:var(--agency)}.mesh{fill:none;stroke:var(--line);stroke-width:.6}.ring{fill:none;stroke:var(--line);stroke-width:5}.covered{fill:none;stroke:var(--ink);stroke-width:5}.hatch-ground{fill:var(--wash)}.hatch-line{stroke:var(--quiet);stroke-width:1.4}.radar text{fill:var(--ink);font-size:14px;font-weight:700;text-anchor:middle;dominant-baseline:central}
.picture{margin:3mm 0 6mm;break-inside:avoid}.picture img{display:block;max-width:100%;max-height:150mm;width:auto;height:auto;border:1px solid var(--line)}.picture code{font-size:8pt;overflow-wrap:anywhere}
.signature{margin-top:8mm;padding-top:3mm;border-top:1mm solid var(--agency)}
@media (max-width:600px){.radar svg{width:100%}.radar table{min-width:0}.findings thead{display:none}.findings tr,.findings th,.findings td{display:block;width:auto!important;border-bottom:0;text-align:start}.findings tr{border-bottom:1px solid var(--line)}.grade{flex-wrap:wrap}table:not(.findings table){display:block;overflow-x:auto}}
@page{size:A4;margin:16mm 14mm}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:9.5pt}.page-one{break-after:page}.page-one h1{margin-top:4mm}.page-one h2{margin-top:5mm}.sentences{margin:3mm 0;font-size:10pt}}
`;
