<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Session\Said;
use OCA\Reseau\Session\SessionNotifications;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** Texts of notifications after a session, created when they are read: what waits for the reader by then. */
class SessionNotifier extends PageNotifier {
	public function __construct(
		private readonly Said $said,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [SessionNotifications::SAID];
	}

	/** @throws AlreadyProcessedException nothing waits any more */
	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		$of = static fn (array $waiting): array => array_values(array_filter($waiting, static fn (array $one): bool => $one['session']['id'] === $id));
		$rows = $of($this->said->rows($viewer));
		$pairs = $of($this->said->pairs($viewer));
		$first = $rows[0] ?? $pairs[0] ?? throw new AlreadyProcessedException();
		$day = DateWords::long($l, $first['session']['day']);
		return [
			$rows === [] ? $l->t('In the session of %s you could be introduced', [$day]) : $l->t('What was said in the session of %s: publish it?', [$day]),
			implode("\n", array_map(static fn (array $one): string => self::line($l, $one), [...$rows, ...$pairs])),
			'said',
		];
	}

	/** @param array<string, mixed> $one SaidRowSchema or SaidPairSchema of src/session/model.ts */
	private static function line(IL10N $l, array $one): string {
		return match (true) {
			isset($one['with'], $one['for']) => $l->t('%1$s and %2$s', [$one['for']['name'], $one['with']['name']]),
			isset($one['with']) => $one['with']['name'],
			isset($one['for']) => $l->t('%1$s: “%2$s”', [$one['for']['name'], $one['text']]),
			default => $l->t('“%s”', [$one['text']]),
		};
	}
}
