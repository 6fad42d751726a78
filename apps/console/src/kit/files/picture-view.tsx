import { useEffect, useRef, useState } from 'react';
import type { ViewProps } from './file-drawer.js';
import { Stage, useHold, useMeasures } from './stage.js';

const MARGIN = 24;

/** All of it at first; larger and turned as one likes. */
export default function PictureView({ name, content, fail }: ViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const stage = useMeasures(place);
  const address = useAddress(content);
  const [natural, setNatural] = useState<{ width: number; height: number }>();
  const { zoom, turn, tools, keys } = useHold();
  const isAcross = turn % 2 === 1;
  const lies = natural && isAcross ? { width: natural.height, height: natural.width } : natural;
  const fits =
    lies && stage
      ? Math.min(1, (stage.width - MARGIN) / lies.width, (stage.height - MARGIN) / lies.height)
      : 1;
  const scale = fits * zoom;
  return (
    <Stage place={place} label={`图片 ${name}`} tools={tools} keys={keys}>
      <div
        className="picture"
        style={lies ? { width: lies.width * scale, height: lies.height * scale } : { opacity: 0 }}
      >
        {address && (
          <img
            src={address}
            alt={name}
            draggable={false}
            style={{
              ...(natural ? { width: natural.width * scale, height: natural.height * scale } : {}),
              transform: `translate(-50%, -50%) rotate(${turn * 90}deg)`,
            }}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              setNatural({ width, height })
            }
            onError={fail}
          />
        )}
      </div>
    </Stage>
  );
}

/** By which the page shows a content that it has; given back afterwards. */
function useAddress(content: Blob): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
