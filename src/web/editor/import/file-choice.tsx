import { FileUp, FolderUp, X } from 'lucide-react';
import { useState } from 'react';
import { Button, DropZone, FileTrigger, isDirectoryDropItem, isFileDropItem, type DropItem } from 'react-aria-components';
import { formatNumber } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { isArticleFile, MAX_IMPORT_BYTES, readFile, type ChosenFile, type SentFile } from './read-files.ts';

/** So many files are named. */
const NAMED = 5;

/** Files or a whole folder, chosen or dropped. */
export function FileChoice({ files, onChoose }: { files: readonly SentFile[]; onChoose: (files: readonly SentFile[]) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const [problem, setProblem] = useState<string | null>(null);

  async function take(chosen: readonly ChosenFile[] | Promise<readonly ChosenFile[]>): Promise<void> {
    try {
      const wanted = (await chosen).filter(({ path }) => isArticleFile(path));
      const size = wanted.reduce((sum, { file }) => sum + file.size, 0);
      if (size > MAX_IMPORT_BYTES) return setProblem(t('editor.import.tooLarge', { size: formatNumber(Math.ceil(size / 100_000) / 10, language), most: MAX_IMPORT_BYTES / 1_000_000 }));
      setProblem(null);
      onChoose(await Promise.all(wanted.map(readFile)));
    } catch {
      setProblem(t('editor.import.unreadable'));
    }
  }
  const select = (list: FileList | null): void => { if (list && list.length > 0) void take(Array.from(list, (file) => ({ file, path: file.webkitRelativePath || file.name }))); };
  return (
    <div className="import-files">
      <DropZone className="import-drop" aria-label={t('editor.import.drop')} onDrop={({ items }) => { void take(filesOf(items)); }}>
        <FileUp size={24} aria-hidden />
        <p>{t('editor.import.drop')}</p>
        <div className="import-choose">
          <FileTrigger allowsMultiple onSelect={select}><Button className="button" data-kind="primary"><FileUp size={14} aria-hidden />{t('editor.import.choose')}</Button></FileTrigger>
          <FileTrigger acceptDirectory onSelect={select}><Button className="button"><FolderUp size={14} aria-hidden />{t('editor.import.chooseFolder')}</Button></FileTrigger>
        </div>
      </DropZone>
      {problem !== null && <p className="form-alert" role="alert">{problem}</p>}
      {files.length > 0 && (
        <div className="import-chosen">
          <p><strong>{t('editor.import.files', { count: files.length })}</strong> <span className="faint"><bdi>{files.slice(0, NAMED).map(({ path }) => path).join(' · ')}</bdi>{files.length > NAMED && ' …'}</span></p>
          <Button className="button" data-kind="quiet" data-icon-only aria-label={t('editor.import.clear')} onPress={() => { onChoose([]); }}><X size={14} aria-hidden /></Button>
        </div>
      )}
    </div>
  );
}

/** What was dropped; folders with all that is in them, each name with its folders. */
async function filesOf(items: readonly DropItem[], folder = ''): Promise<ChosenFile[]> {
  const found: ChosenFile[] = [];
  for (const item of items) {
    if (isFileDropItem(item)) found.push({ path: folder + item.name, file: await item.getFile() });
    else if (isDirectoryDropItem(item)) {
      const inside: DropItem[] = [];
      for await (const entry of item.getEntries()) inside.push(entry);
      found.push(...await filesOf(inside, `${folder}${item.name}/`));
    }
  }
  return found;
}
