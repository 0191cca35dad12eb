import type { Study } from '../../lib/model/study';
import { auditReport, type ReportInput } from '../../lib/reports/audit-report';
import { download, fileName } from './download';

const blobOf = (input: ReportInput) => new Blob([auditReport(input)], { type: 'text/html;charset=utf-8' });

/** Opens the report in a tab of its own. */
export function openReport(input: ReportInput): void {
  const url = URL.createObjectURL(blobOf(input));
  window.open(url, '_blank', 'noopener');
  // A reload of the tab needs the address; the page that holds it is this one, and it goes with it.
}

/** Downloads the report as one file. */
export function saveReport(input: ReportInput, study: Study): void {
  download(fileName('audit', study, input.run.madeAt, 'html'), blobOf(input));
}

/** Prints the report from a frame that nobody sees: it holds no script that could do so itself. */
export function printReport(input: ReportInput): void {
  const frame = document.createElement('iframe');
  // Not `hidden`: what has no layout has nothing to print.
  frame.className = 'sr-only';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.srcdoc = auditReport(input);
  frame.onload = () => {
    const page = frame.contentWindow;
    if (!page) return;
    page.onafterprint = () => frame.remove();
    page.print();
  };
  document.body.append(frame);
}
