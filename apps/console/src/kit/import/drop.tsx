/** Where a file is chosen, or dropped. */
import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';

interface Props {
  readonly isBusy: boolean;
  readonly mostMegabytes: number;
  readonly take: (file: File) => void;
}

export function Drop({ isBusy, mostMegabytes, take }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent, next: boolean) => {
    event.preventDefault();
    setOver(next);
  };
  return (
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        const [file] = event.dataTransfer.files;
        if (file && !isBusy) take(file);
      }}
    >
      <input
        ref={field}
        type="file"
        accept=".csv,.xlsx"
        className="unseen"
        tabIndex={-1}
        aria-label="要导入的文件"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) take(file);
        }}
      />
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden />}
        loading={isBusy}
        onClick={() => field.current?.click()}
      >
        选择文件
      </Button>
      <p className="second">或把文件拖到这里。收 Excel（.xlsx）和 CSV，最多 {mostMegabytes} MB、10 万行。</p>
    </div>
  );
}
