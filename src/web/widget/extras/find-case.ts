import type { ContactCases } from '../connection/contact-api.ts';

/** A case number as it may be written: in small letters, without its dash, with letters that look like digits. */
export function plainCaseNumber(written: string): string {
  return written.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Those whose number has what was written in it; all where nothing was. */
export function findCases(cases: ContactCases, written: string): ContactCases {
  const wanted = plainCaseNumber(written);
  return wanted === '' ? cases : cases.filter(({ caseNumber }) => plainCaseNumber(caseNumber).includes(wanted));
}
