<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

/** The people of a group who get a message that is sent to several of them: BULK_TO of src/message/model.ts. */
enum BulkTo: string {
	/** Everyone in the group. */
	case People = 'people';
	case Facilitators = 'facilitators';
}
