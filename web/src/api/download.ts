import { language } from './language';
import { Problem, problemOf } from './problem';

const NAMED = /filename\*=UTF-8''([^;]+)/;

/** Fetches a file and hands it to the browser to keep, under the server's name; a refusal throws the {@link Problem}. */
export async function download(path: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { 'Accept-Language': language() } });
  } catch {
    throw new Problem(0, 'network', '');
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = decodeURIComponent(NAMED.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '');
  link.click();
  URL.revokeObjectURL(url);
}
