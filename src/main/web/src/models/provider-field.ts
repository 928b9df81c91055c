import type { Catalogue } from '../platform/i18n';

/** The field of a provider that a refusal belongs to, with what to say there. */
export function providerField(t: Catalogue, code: string): { name?: string; base_url?: string } {
  switch (code) {
    case 'name_taken':
      return { name: t.models.nameTaken };
    case 'address_not_allowed':
      return { base_url: t.models.addressBad };
    default:
      return {};
  }
}
