/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

import { boardRoutes } from '../board/index.ts'
import { deliveryRoutes } from '../delivery/index.ts'
import { groupRoutes } from '../group/index.ts'
import { libraryRoutes } from '../library/index.ts'
import { mapRoutes } from '../map/index.ts'
import { matchingRoutes } from '../matching/index.ts'
import { memberRoutes } from '../member/index.ts'
import { messageRoutes } from '../message/index.ts'
import { minutesRoutes } from '../minutes/index.ts'
import { noticeRoutes } from '../notice/index.ts'
import { sessionRoutes } from '../session/index.ts'
import { vocabularyRoutes } from '../vocabulary/index.ts'

/** The pages of every domain. */
export const appRoutes: RouteRecordRaw[] = [
	...memberRoutes, ...matchingRoutes, ...boardRoutes, ...groupRoutes, ...libraryRoutes, ...messageRoutes, ...noticeRoutes, ...sessionRoutes, ...minutesRoutes, ...mapRoutes, ...vocabularyRoutes, ...deliveryRoutes,
]
