/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

import { boardRoutes } from '../board/index.ts'
import { calendarRoutes } from '../calendar/index.ts'
import { deliveryRoutes } from '../delivery/index.ts'
import { enquiryRoutes } from '../enquiry/index.ts'
import { groupRoutes } from '../group/index.ts'
import { letterRoutes } from '../letter/index.ts'
import { libraryRoutes } from '../library/index.ts'
import { mapRoutes } from '../map/index.ts'
import { matchingRoutes } from '../matching/index.ts'
import { meetingRoutes } from '../meeting/index.ts'
import { memberRoutes } from '../member/index.ts'
import { messageRoutes } from '../message/index.ts'
import { minutesRoutes } from '../minutes/index.ts'
import { noticeRoutes } from '../notice/index.ts'
import { sessionRoutes } from '../session/index.ts'
import { showcaseRoutes } from '../showcase/index.ts'
import { subscriptionRoutes } from '../subscription/index.ts'
import { vocabularyRoutes } from '../vocabulary/index.ts'
import { withoutMailRoutes } from '../withoutmail/index.ts'

/** The pages of every domain. */
export const appRoutes: RouteRecordRaw[] = [
	...memberRoutes, ...matchingRoutes, ...boardRoutes, ...groupRoutes, ...meetingRoutes, ...libraryRoutes, ...letterRoutes, ...messageRoutes, ...noticeRoutes, ...sessionRoutes, ...minutesRoutes, ...mapRoutes, ...subscriptionRoutes, ...withoutMailRoutes, ...vocabularyRoutes, ...deliveryRoutes, ...calendarRoutes, ...showcaseRoutes, ...enquiryRoutes,
]
