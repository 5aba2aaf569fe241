<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Member\Asking\ConsentNotifications;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** What a person without an account answered about the card that the reader keeps; gone with the card, or when another person keeps it. */
class ConsentNotifier extends PageNotifier {
	public function __construct(
		private readonly MemberAccess $access,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [ConsentNotifications::ANSWERED];
	}

	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		if ($id === 0) {
			return [
				$l->t('Someone whose card you kept refused it, or withdrew their agreement'),
				$l->t('The card is erased, and they will not be asked again. Réseau keeps nothing that says who it was.'),
				'kept',
			];
		}
		try {
			$member = $this->access->kept($viewer, $id);
		} catch (ReasonException) {
			throw new AlreadyProcessedException();
		}
		if ($member->getUid() !== null || !$member->isShown()) {
			throw new AlreadyProcessedException();
		}
		return [
			$l->t('%s agreed to the card you keep', [$member->getName()]),
			$l->t('It is now shown in the network, as they read it.'),
			"members/$id",
		];
	}
}
