<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCP\IL10N;

/** The kinds of notifications in the words of the settings (src/delivery/words.ts). */
class KindWords {
	public function __construct(
		private readonly IL10N $l,
	) {
	}

	public function of(Kind $kind): string {
		return match ($kind) {
			Kind::Message => $this->l->t('Messages'),
			Kind::Group => $this->l->t('Invitations and requests in groups'),
			Kind::Calendar => $this->l->t('Meetings of your groups'),
			Kind::Engagement => $this->l->t('Commitments that end'),
			Kind::Introduction => $this->l->t('Introductions'),
			Kind::Match => $this->l->t('A person to meet'),
			Kind::Notice => $this->l->t('Your notices'),
			Kind::Near => $this->l->t('Notices for you'),
			Kind::Linked => $this->l->t('Links, thanks and answers'),
			Kind::Kept => $this->l->t('Answers about cards you keep'),
			Kind::StillTrue => $this->l->t('Still true?'),
		};
	}

	public function timing(Timing $timing): string {
		return match ($timing) {
			Timing::Now => $this->l->t('immediately, in the notifications'),
			Timing::Daily => $this->l->t('in the daily email'),
			Timing::Never => $this->l->t('never'),
		};
	}
}
