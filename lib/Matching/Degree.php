<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

/** How sure a match is. The same as DEGREES of src/member/home/model.ts. */
enum Degree: string {
	/** They can help each other. */
	case Sure = 'sure';
	case Perhaps = 'perhaps';
}
