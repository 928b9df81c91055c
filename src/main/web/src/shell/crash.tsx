import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { text } from '../platform/i18n';
import { Button } from '../ui/button';
import { Empty } from '../ui/notes';

/** What is shown when a page throws while it renders, also when its file is not there any more. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const t = text();
    return (
      <main className="flex h-full items-center">
        <Empty
          level={1}
          icon={<TriangleAlert size={22} />}
          title={t.crash.title}
          actions={
            <Button look="primary" onClick={() => location.reload()}>
              {t.crash.reload}
            </Button>
          }
        >
          {t.crash.text}
        </Empty>
      </main>
    );
  }
}
