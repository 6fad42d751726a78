import { createContext, useContext } from 'react';
import type { CommandName, FileName } from '../../api/names.js';
import { callOf } from '../../api/names.js';

/** The command that a form is for: its service keeps the files that the form names. */
export const FormCommand = createContext<CommandName | undefined>(undefined);

export function useUploadTo(): FileName {
  const command = useContext(FormCommand);
  const contract = command ? callOf(command).contract : '';
  return contract.startsWith('rectification.') ? 'uploadItemFile' : 'uploadPaperFile';
}
