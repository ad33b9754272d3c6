import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, ifMatch, read, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

type Person = Shown<'PersonView'>;

export function PersonForm({
  person,
  onClose,
  then,
}: {
  person?: Person;
  onClose: () => void;
  then?: (person: Person) => void;
}) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const form = useForm({
    initialValues: { name: person?.name ?? '', email: person?.email ?? '', phone: person?.phone ?? '' },
  });
  return (
    <FormModal
      title={person ? t.edit : t.add}
      act={person ? t.save : t.add}
      form={form}
      onClose={onClose}
      then={then}
      done={t.saved}
      touches={[['people'], ['person', person?.id]]}
      onSubmit={({ name, email, phone }) => {
        const body = { name, email: email || null, phone: phone || null };
        return person
          ? read(
              api.PATCH('/api/v1/people/{person}', {
                params: { path: { person: person.id }, header: ifMatch(person) },
                body,
              }),
            )
          : read(api.POST('/api/v1/people', { params: { header: { 'Idempotency-Key': key } }, body }));
      }}
    >
      <TextInput label={t.name} required maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t.email} type="email" maxLength={254} {...form.getInputProps('email')} />
      <TextInput label={t.phone} type="tel" maxLength={40} {...form.getInputProps('phone')} />
    </FormModal>
  );
}
