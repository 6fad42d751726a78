import { FileUnknownOutlined, LockOutlined } from '@ant-design/icons';
import type { WhyUnshown } from './file-kind.js';

const words: Readonly<Record<WhyUnshown, readonly [title: string, says: string]>> = {
  encrypted: ['这个文件加了密码', '没有密码看不到内容。请下载后输入密码打开，或请提交的人换一份不加密的。'],
  olderOffice: ['这是旧版 Office 的文件', '页面里只能看 .docx 和 .xlsx。请下载后用 Word 或 WPS 打开。'],
  broken: ['这个文件打不开', '内容可能已经损坏。可以下载后再试一次；仍然打不开的，请提交的人重新上传。'],
  tooMuch: ['内容太多，不能在页面里看', '请下载后打开。'],
  otherKind: ['这种文件不能在页面里看', '请下载后打开。'],
};

/** In place of the file; the button that saves it stands above. */
export function UnshownFile({ why }: { why: WhyUnshown }) {
  const [title, says] = words[why];
  const Icon = why === 'encrypted' ? LockOutlined : FileUnknownOutlined;
  return (
    <div className="notice" role="alert">
      <Icon className="file-sign" aria-hidden />
      <strong>{title}</strong>
      <p>{says}</p>
    </div>
  );
}
