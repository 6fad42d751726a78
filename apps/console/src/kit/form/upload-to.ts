import { createContext, useContext } from 'react';
import type { CommandName, FileName } from '../../api/names.js';
import { callOf } from '../../api/names.js';

/** The command that a form is for: its service keeps the files that the form names. */
export const FormCommand = createContext<CommandName | undefined>(undefined);

const uploads: Readonly<Record<string, FileName>> = {
  rectification: 'uploadItemFile',
  planning: 'uploadArchiveDocument',
};

export function useUploadTo(): FileName {
  const command = useContext(FormCommand);
  const contract = command ? callOf(command).contract : '';
  return uploads[contract.split('.')[0]!] ?? 'uploadPaperFile';
}
