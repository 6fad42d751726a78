import type { FileName, FileRef } from '../../api/names.js';
import { FileLink } from './file-link.js';

interface Props {
  readonly files: readonly FileRef[];
  /** Contract of its service, such as `itemFiles`. */
  readonly of: FileName;
  /** The record, as the contract's address names it. */
  readonly given: Readonly<Record<string, string>>;
}

/** Files that a record names, a line each; whoever looks at one leafs through all. */
export function FileList({ files, of, given }: Props) {
  return (
    <ul className="evidence">
      {files.map((file) => (
        <li key={file.sha256}>
          <FileLink file={file} of={of} given={given} among={files} />
        </li>
      ))}
    </ul>
  );
}
