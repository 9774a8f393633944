/** Was it a disk without room that stopped something, whoever says so: the system, or a database on top of it? */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|max_temp_directory_size/i.test(
    `${code} ${error.message}`,
  );
}
