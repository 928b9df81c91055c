import type { components } from './api';

type Schemas = components['schemas'];

export type Problem = Schemas['Problem'];
export type Session = Schemas['Session'];
export type SetupRequest = Schemas['SetupRequest'];
export type SignInMethods = Schemas['SignInMethods'];
export type RegisterRequest = Schemas['RegisterRequest'];
export type LoginRequest = Schemas['LoginRequest'];
export type SignedIn = Schemas['SignedIn'];
export type Role = Schemas['Role'];
export type Person = Schemas['Person'];
export type SignInSession = Schemas['SignInSession'];
export type Invitation = Schemas['Invitation'];
export type ApiKey = Schemas['ApiKey'];
export type ApiKeyRequest = Schemas['ApiKeyRequest'];
export type KeyScope = Schemas['KeyScope'];
export type AuditEvent = Schemas['AuditEvent'];
export type AuditVerified = Schemas['AuditVerified'];
export type ModelProvider = Schemas['ModelProvider'];
export type ModelProviderRequest = Schemas['ModelProviderRequest'];
export type ModelRoute = Schemas['ModelRoute'];
export type ModelRouteRequest = Schemas['ModelRouteRequest'];
export type UsageSums = Schemas['UsageSums'];
export type UsageSeries = Schemas['UsageSeries'];
export type ExplainedCall = Schemas['ExplainedCall'];
export type Price = Schemas['Price'];
export type PriceRequest = Schemas['PriceRequest'];
export type PerMillion = Schemas['PerMillion'];
export type SubjectKind = Schemas['SubjectKind'];
export type Budget = Schemas['Budget'];
export type BudgetRequest = Schemas['BudgetRequest'];
export type UsageLimit = Schemas['UsageLimit'];
export type UsageLimitRequest = Schemas['UsageLimitRequest'];
export type Policy = Schemas['Policy'];
export type Policies = Schemas['Policies'];
export type PolicyRequest = Schemas['PolicyRequest'];
export type PolicyAction = Schemas['PolicyDefinition']['action'];
export type PolicyWhere = Schemas['PolicyDefinition']['where'][number];
export type PiiKind = Schemas['PiiKind'];
export type PolicyTried = Schemas['PolicyTried'];
export type PolicyMatch = PolicyTried['matches'][number];
export type Attachment = Schemas['Attachment'];
export type ShownAttachment = Schemas['ShownAttachment'];
export type AttachedFile = Schemas['AttachedFile'];
export type Assistant = Schemas['Assistant'];
export type AssistantDetail = Schemas['AssistantDetail'];
export type AssistantDefinition = Schemas['AssistantDefinition'];
export type AssistantRevision = AssistantDetail['versions'][number];
export type QuestionCase = Schemas['QuestionCase'];
export type QuestionCaseRequest = Schemas['QuestionCaseRequest'];
export type CaseExpectation = Schemas['CaseExpectation'];
export type CaseRun = Schemas['CaseRun'];
export type CaseResult = Schemas['CaseResult'];
export type UnansweredQuestions = Schemas['UnansweredQuestions'];
export type UnansweredGroup = UnansweredQuestions['groups'][number];
export type LiveAssistant = Schemas['LiveAssistant'];
export type Settings = Schemas['Settings'];
export type Setting = Schemas['Setting'];
export type SettingValue = Schemas['SettingValue'];
export type SettingChange = Schemas['SettingChange'];
export type SettingVersion = Schemas['SettingVersion'];
export type Source = Schemas['Source'];
export type SourceKind = Schemas['SourceKind'];
export type SourceRequest = Schemas['WantedSource'];
export type SourceRun = Schemas['SourceRun'];
export type SourceEvent = Schemas['SourceEvent'];
export interface SourceReport {
  run: SourceRun;
  events: SourceEvent[];
}
export type Tool = Schemas['Tool'];
export type Tools = Schemas['Tools'];
export type ToolRequest = Schemas['ToolRequest'];
export type ToolTried = Schemas['ToolTried'];
export type ToolCredentialRequest = Schemas['ToolCredentialRequest'];
export type BuiltinTool = Tools['builtins'][number];
export type McpServer = Schemas['McpServer'];
export type McpServerRequest = Schemas['McpServerRequest'];
export type McpServerChecked = Schemas['McpServerChecked'];
export type AddedTools = Schemas['AddedTools'];
export type ToolImportSource = Schemas['ToolImportSource'];
export type ToolImportPreview = Schemas['ToolImportPreview'];
export type ToolImport = Schemas['ToolImport'];
export type ToolCall = Schemas['ToolCallEvent'];
export type ToolResult = Schemas['ToolResultEvent'];
export type Citation = Schemas['Citation'];
export type Usage = Schemas['Usage'];
export type Conversation = Schemas['Conversation'];
export type ConversationDetail = Schemas['ConversationDetail'];
export type Message = Schemas['Message'];
export type Turn = Schemas['Turn'];
export type PostedMessage = Schemas['PostedMessage'];
export type NamedPerson = Schemas['NamedPerson'];
export type OwnersHandover = Schemas['OwnersHandover'];
export type HandsEvent = Schemas['HandsEvent'];
export type HandoverState = Schemas['HandoverState'];
export type SaidEvent = Schemas['SaidEvent'];
export type InboxItem = Schemas['InboxItem'];
export type InboxConversation = Schemas['InboxConversation'];
export type HandoverNote = Schemas['HandoverNote'];
export type PresentPerson = Schemas['PresentPerson'];
export type CannedReply = Schemas['CannedReply'];
export type CannedReplyRequest = Schemas['CannedReplyRequest'];
export type Base = Schemas['Base'];
export type BaseAccess = Schemas['BaseAccess'];
export type BaseDetail = Schemas['BaseDetail'];
export type Document = Schemas['Document'];
export type DocumentState = Schemas['DocumentState'];
export type DocumentCounts = Schemas['DocumentCounts'];
export type DocumentContent = Schemas['DocumentContent'];
export type Block = Schemas['Block'];
export type Passage = Schemas['Passage'];

export type Feedback = Schemas['Feedback'];
export type FeedbackReason = Schemas['FeedbackReason'];
export type Rating = Schemas['Rating'];
export type Share = Schemas['Share'];
export type SharedConversation = Schemas['SharedConversation'];

export interface Shares {
  shares: Share[];
  everybody: boolean;
}

export interface MadeShare {
  share: Share;
  token: string;
  path: string;
}

export interface ConversationPage {
  conversations: Conversation[];
  next?: string;
}

export interface InboxPage {
  conversations: InboxItem[];
  counts: { queue: number; mine: number };
  next?: string;
}

export interface DocumentPage {
  documents: Document[];
  next?: string;
  counts: DocumentCounts;
}

export interface SearchAnswer {
  passages: Passage[];
  took_ms: number;
}

export interface Everybody {
  users: Person[];
  invitations: Invitation[];
}

export interface Invited {
  invitation: Invitation;
  link: string;
  sent: boolean;
}

export interface MadeKey {
  key: ApiKey;
  text: string;
}

export interface TotpSeed {
  secret: string;
  uri: string;
}

export interface AuditPage {
  events: AuditEvent[];
  next?: number;
}

export interface ModelBook {
  providers: ModelProvider[];
  routes: ModelRoute[];
}

export interface KeyTried {
  key: string;
  ok: boolean;
  detail: string;
  ms: number;
}

export interface BudgetDetail {
  budget: Budget;
  series: { at: string; cost_nano: number }[];
}

export interface SettingHistory {
  versions: SettingVersion[];
  next?: number;
}
