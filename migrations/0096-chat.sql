-- Online chat 在线客服 (SE-31): visitors, conversations and their lines. What is said lies in the thread of the case.
CREATE TABLE chat_visitor (
  id uuid PRIMARY KEY,
  -- Of the proof of work that the visitor was made by: one proof, one visitor.
  nonce text NOT NULL UNIQUE,
  locale text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
  -- Keyed hash of the address; the address itself is not kept.
  address_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  blocked_at timestamptz,
  blocked_by uuid REFERENCES app_user (id)
);
CREATE INDEX chat_visitor_blocked ON chat_visitor (address_hash) WHERE blocked_at IS NOT NULL;

CREATE TABLE chat_conversation (
  id uuid PRIMARY KEY,
  visitor_id uuid NOT NULL REFERENCES chat_visitor (id),
  case_id uuid NOT NULL REFERENCES service_case (id),
  -- waiting: nobody took it; live: an agent talks; left: goes on as a case without anybody here; ended.
  state text NOT NULL CHECK (state IN ('waiting', 'live', 'left', 'ended')),
  agent_id uuid REFERENCES app_user (id),
  -- Where the visitor was: origin and path, without what stands behind them.
  page text,
  started_at timestamptz NOT NULL,
  -- Since when they wait, this time.
  waiting_since timestamptz,
  taken_at timestamptz,
  ended_at timestamptz,
  ended_by text CHECK (ended_by IN ('visitor', 'agent', 'silence')),
  last_line_at timestamptz NOT NULL,
  -- The last line that each side has seen.
  visitor_seen bigint NOT NULL DEFAULT 0,
  agent_seen bigint NOT NULL DEFAULT 0,
  visitor_typing_at timestamptz,
  agent_typing_at timestamptz
);
CREATE UNIQUE INDEX chat_conversation_open ON chat_conversation (visitor_id) WHERE state IN ('waiting', 'live');
CREATE INDEX chat_conversation_visitor ON chat_conversation (visitor_id, started_at);
CREATE INDEX chat_conversation_case ON chat_conversation (case_id);
CREATE INDEX chat_conversation_running ON chat_conversation (state, waiting_since) WHERE state IN ('waiting', 'live');

-- One row a message, in the order in which they were said.
CREATE TABLE chat_line (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation_id uuid NOT NULL REFERENCES chat_conversation (id),
  message_id uuid NOT NULL UNIQUE REFERENCES case_message (id),
  side text NOT NULL CHECK (side IN ('visitor', 'agent')),
  -- Made by the device: the same line twice is one.
  key text
);
CREATE INDEX chat_line_conversation ON chat_line (conversation_id, seq);

-- What an agent set for themselves, and when their desk was last heard of.
CREATE TABLE chat_agent (
  user_id uuid PRIMARY KEY REFERENCES app_user (id),
  is_available boolean NOT NULL,
  capacity int NOT NULL CHECK (capacity BETWEEN 1 AND 20),
  has_sound boolean NOT NULL,
  has_notices boolean NOT NULL,
  seen_at timestamptz NOT NULL
);
