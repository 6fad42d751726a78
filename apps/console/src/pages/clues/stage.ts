/** Pages of clues in the menu, and their handbook. */
import { SendOutlined } from '@ant-design/icons';
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./clues-pages.js');

export const clues: Stage = {
  title: '线索移交',
  icon: SendOutlined,
  pages: [
    {
      path: '/receipts',
      title: '签收台',
      needs: 'receiveTransfer',
      load: part(module, 'ReceiptsPage'),
    },
    {
      path: '/clues',
      title: '问题线索',
      needs: 'listClues',
      load: part(module, 'CluesPage'),
    },
    { path: '/clues/$id', load: part(module, 'CluePage') },
    {
      path: '/transfers',
      title: '线索移交',
      needs: 'listTransfers',
      load: part(module, 'TransfersPage'),
    },
    { path: '/transfers/new', load: part(module, 'NewTransferPage') },
    { path: '/transfers/$id', load: part(module, 'TransferPage') },
    {
      path: '/clue-outcomes',
      title: '线索办理结果',
      needs: 'listClueOutcomes',
      load: part(module, 'ClueOutcomesPage'),
    },
    { path: '/clue-outcomes/$id', load: part(module, 'ClueOutcomePage') },
    {
      path: '/routing',
      title: '线索分流表',
      needs: 'readRouting',
      load: part(module, 'RoutingPage'),
    },
  ],
};
