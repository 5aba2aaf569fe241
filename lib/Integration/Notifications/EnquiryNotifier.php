<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Enquiry\Enquiries;
use OCA\Reseau\Enquiry\EnquiryNotifications;
use OCA\Reseau\Enquiry\EnquiryWords;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** A visitor wrote. Neither their name nor their words are in the notification. */
class EnquiryNotifier extends PageNotifier {
	public function __construct(
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
		private readonly Enquiries $enquiries,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [EnquiryNotifications::WRITTEN];
	}

	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		try {
			[$enquiry, $about] = $this->enquiries->one($viewer, $id);
		} catch (ReasonException) {
			throw new AlreadyProcessedException();
		}
		if ($enquiry->getAnsweredAt() !== null) {
			throw new AlreadyProcessedException();
		}
		return [EnquiryWords::written($l, $about), $l->t('Read and answer on its page.'), "visitors/$id"];
	}
}
