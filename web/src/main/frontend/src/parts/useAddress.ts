import { useEffect, useState } from 'react';

/** Of bytes that are here already: an address of the store would have to be allowed in every page. */
export function useAddress(content: Blob | undefined, type = content?.type): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!content) return undefined;
    const made = URL.createObjectURL(content.slice(0, content.size, type));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content, type]);
  return address;
}
