import { useEffect, useState } from 'preact/hooks';
import { formatTime, t } from '../utils/i18n';

/** A stored picture; its address lives only as long as it is shown. */
export function Screenshot({ blob, at }: { blob: Blob; at: number }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(blob);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  const name = t('screenshotAt', formatTime(at));
  return (
    <figure class="screenshot">
      {address && (
        <a href={address} target="_blank" rel="noopener noreferrer">
          <img src={address} alt={name} />
        </a>
      )}
      <figcaption>{name}</figcaption>
    </figure>
  );
}
