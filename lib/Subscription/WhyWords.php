<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Shared\DateWords;
use OCP\IL10N;

/** Why a person gets the letter, in a sentence for that person. */
class WhyWords {
	public function __construct(
		private readonly IL10N $l,
	) {
	}

	/**
	 * For a page that others may open: how they agreed would reveal who the reader is.
	 *
	 * @return string empty: they have not decided
	 */
	public function briefly(Subscriber $row): string {
		return $row->getSaidOn() === null ? '' : $this->l->t('On %s you agreed to get it.', [DateWords::long($this->l, $row->getSaidOn())]);
	}

	/** @return string empty: they have not decided */
	public function sentence(Subscriber $row): string {
		if ($row->getSaidOn() === null) {
			return '';
		}
		$day = DateWords::long($this->l, $row->getSaidOn());
		$why = Why::tryFrom((string)$row->getWhy());
		return match ($why === Why::Paper && (string)$row->getManner() === '' ? Why::Confirmed : $why) {
			Why::Member => $this->l->t('You asked for it in the app on %s.', [$day]),
			Why::Confirmed => $this->l->t('You confirmed it by the link in an email on %s.', [$day]),
			Why::Imported => $this->l->t('The facilitators recorded your agreement of %1$s: “%2$s”.', [$day, (string)$row->getManner()]),
			Why::Reported, Why::Paper => $this->l->t('You told someone in the network on %1$s: “%2$s”.', [$day, (string)$row->getManner()]),
			default => '',
		};
	}
}
