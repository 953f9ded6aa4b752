import type { Evidence } from '@/utils/model/report';

/** A stored picture under a name that tells several of them apart: `qingjian-picture-2.webp`. */
export function pictureFile({ blob }: Pick<Evidence, 'blob'>, number: number): File {
  const extension = blob.type.split('/')[1] || 'bin';
  return new File([blob], `qingjian-picture-${number}.${extension}`, { type: blob.type });
}
