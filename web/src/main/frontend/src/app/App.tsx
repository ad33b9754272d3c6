import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { queries } from '@/kernel/queries';
import { router } from './routes';
import { useLanguage } from '@/kernel/texts';
import { readable, theme } from './theme';

export function App() {
  const spoken = useLanguage();
  return (
    <MantineProvider theme={theme(spoken)} cssVariablesResolver={readable} defaultColorScheme="auto">
      <Notifications position="bottom-right" limit={4} />
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
