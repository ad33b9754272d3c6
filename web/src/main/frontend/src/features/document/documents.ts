import { api, read, type Schemas, type Shown } from '@/kernel/api';
import { Problem, Unreachable } from '@/kernel/problem';
import { accessToken, renewed } from '@/kernel/session';

export type Document = Shown<'DocumentView'>;
export type Category = Schemas['DocumentCategory'];
export type Visibility = Schemas['DocumentVisibility'];
export type Kept = { category: Category; visibility: Visibility; buildingId: string; unitId: string };

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  csv: 'text/csv',
};

export const TAKEN = Object.keys(TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

/** By its ending: what browsers say of a CSV file depends on what else is installed. */
export function typeOf(file: { name: string }): string | undefined {
  return TYPES[file.name.split('.').pop()?.toLowerCase() ?? ''];
}

type Progress = (share: number) => void;

/** Announces a file, sends it, and makes a document of it. */
export async function upload(
  file: File,
  { category, visibility, buildingId, unitId }: Kept,
  told: Progress,
  fileName = file.name,
) {
  const announced = await read(
    api.POST('/api/v1/documents/uploads', {
      body: {
        fileName,
        contentType: typeOf(file) ?? file.type,
        size: file.size,
        category,
        visibility,
        buildingId: buildingId || null,
        unitId: unitId || null,
      },
    }),
  );
  return sent(announced.id, file, told);
}

export async function revise(document: Document, file: File, told: Progress) {
  const announced = await read(
    api.POST('/api/v1/documents/{document}/revisions', {
      params: { path: { document: document.id } },
      body: { fileName: file.name, contentType: typeOf(file) ?? file.type, size: file.size },
    }),
  );
  return sent(announced.id, file, told);
}

async function sent(id: string, file: File, told: Progress) {
  await put(id, file, told);
  return read(api.POST('/api/v1/documents/uploads/{upload}/register', { params: { path: { upload: id } } }));
}

async function put(id: string, file: File, told: Progress, again = true): Promise<void> {
  const answer = await transmitted(`/api/v1/documents/uploads/${id}/content`, file, told);
  if (answer.status === 401 && again && (await renewed())) return put(id, file, told, false);
  if (!answer.ok) throw await Problem.of(answer);
}

/** By XMLHttpRequest: fetch doesn't tell how far it is. */
function transmitted(path: string, file: File, told: Progress): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.setRequestHeader('Authorization', `Bearer ${accessToken()}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }));
    request.onerror = () => reject(new Unreachable());
    request.send(file);
  });
}
