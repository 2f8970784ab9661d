import { shortenMiddle, splitCodes } from '../../shared/long-code.ts';
import { MarkedText } from './marked-text.tsx';

/** A contact's text where there is little room: codes are shortened, and copied from elsewhere. */
export function ShortText({ text }: { text: string }) {
  return <MarkedText text={text} render={renderShort} />;
}

function renderShort(text: string) {
  return splitCodes(text).map((segment, index) => (
    segment.kind === 'code' ? <bdi key={index} dir="ltr" className="code" title={segment.text}>{shortenMiddle(segment.text, 6)}</bdi> : segment.text
  ));
}
