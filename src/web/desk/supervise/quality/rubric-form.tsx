import { useState } from 'react';
import { Button, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { useDesk } from '../../connection/desk-context.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import type { Rubric } from './use-rubric.ts';

const SCORES = ['0', '1', '2', '3', '4', '5'] as const;

interface RubricFormProps {
  readonly conversation: DeskConversation;
  readonly rubric: Rubric;
  readonly onSaved: (mean: number) => void;
}

/** Scores for every criterion, and words. What was typed stays where saving failed. */
export function RubricForm({ conversation, rubric, onSaved }: RubricFormProps) {
  const { t } = usePreferences();
  const desk = useDesk();
  const [scores, setScores] = useState<Readonly<Record<string, number>>>({});
  const [comment, setComment] = useState('');
  const [saving, setSaving] = useState(false);
  const left = rubric.filter(({ id }) => scores[id] === undefined).length;

  async function save(): Promise<void> {
    setSaving(true);
    const words = comment.trim();
    const outcome = await desk.command(conversation.id, { type: 'review', scores: { ...scores }, ...(words === '' ? {} : { comment: words }) });
    setSaving(false);
    if (!outcome.ok) {
      showNotice('problem', t([`refused.${outcome.code}`, `errors.${outcome.code}`, 'errors.internal']));
      return;
    }
    showNotice('done', t('supervise.quality.saved'));
    onSaved(rubric.reduce((sum, { id }) => sum + (scores[id] ?? 0), 0) / rubric.length);
  }

  return (
    <form className="rubric-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p className="faint">{t('supervise.quality.scale')}</p>
      {rubric.map(({ id, label }) => (
        <RadioGroup key={id} className="score-group" orientation="horizontal" value={scores[id] === undefined ? null : String(scores[id])} onChange={(score) => { setScores({ ...scores, [id]: Number(score) }); }}>
          <Label>{label}</Label>
          <div className="rubric-scores">{SCORES.map((score) => <Radio key={score} value={score} className="rubric-score">{score}</Radio>)}</div>
        </RadioGroup>
      ))}
      <TextField className="field" value={comment} onChange={setComment} maxLength={2_000}>
        <Label>{t('supervise.quality.comment')}</Label>
        <TextArea className="review-comment" rows={4} placeholder={t('supervise.quality.commentHint')} />
      </TextField>
      <Button type="submit" className="button" data-kind="primary" isDisabled={left > 0 || saving}>{t('supervise.quality.save')}</Button>
      <p className="faint" role="status">{left > 0 ? t('supervise.quality.left', { count: left }) : t('supervise.quality.seenBy')}</p>
    </form>
  );
}
