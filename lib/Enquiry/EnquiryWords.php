<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;

/** Messages of visitors in the words of notifications and emails. */
final class EnquiryWords {
	/** The subject of the notification. */
	public static function written(IL10N $l, About $about): string {
		return match ($about->type) {
			AboutType::Notice => $l->t('A visitor answered the notice “%s”', [$about->title]),
			AboutType::Group => $l->t('A visitor wrote to the group “%s”', [$about->title]),
			AboutType::Network => $l->t('A visitor wrote to the network'),
		};
	}

	/** The name of the thing without links, for emails. */
	public static function plain(About $about): About {
		return new About($about->type, $about->id, PlainText::text($about->title));
	}
}
