import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatDay } from '../../shared/format-time.ts';
import { parseMarkdown, plainTextOf } from '../../shared/markdown.ts';
import { browserNetwork } from '../../shared/network.ts';
import { reconnectDelay } from '../../shared/reconnect-policy.ts';
import { viewConversation } from '../conversation/conversation-view.ts';
import { timelineOf } from '../conversation/timeline.ts';
import { createId } from '../page/create-id.ts';
import { CodeChip } from '../screen/code-chip.tsx';
import { Drawing, Icon } from '../screen/icon.tsx';
import { MessageLog } from '../screen/message-log.tsx';
import { sayMarkers } from '../screen/message-text.tsx';
import { isPicture } from '../screen/sent-files.tsx';
import { useClient } from '../screen/use-client.ts';
import { useSurroundings } from '../screen/surroundings.ts';

/**
 * What the first script lends to the extras, so that it is fetched once and there is one Preact. The
 * build reads this file's imports and leaves them out of the extras (build-web-plugins.ts).
 */
export const LENT = {
  CodeChip, Drawing, Fragment, Icon, MessageLog, browserNetwork, createId, formatDay, isPicture, jsx, jsxs, parseMarkdown, plainTextOf,
  reconnectDelay, sayMarkers, timelineOf, useClient, useEffect, useLayoutEffect, useMemo, useRef, useState, useSurroundings, viewConversation,
};
