<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Session\Said;
use OCA\Reseau\Session\SessionNotifications;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Texts of notifications after a session, created when they are read: what waits for the reader by then. */
class SessionNotifier implements INotifier {
	public function __construct(
		private readonly Said $said,
		private readonly Viewers $viewers,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
	) {
	}

	public function getID(): string {
		return Application::APP_ID . '-sessions';
	}

	public function getName(): string {
		return $this->languages->get(Application::APP_ID)->t('Réseau');
	}

	/**
	 * @throws UnknownNotificationException another app's, or another notifier's
	 * @throws AlreadyProcessedException nothing waits any more
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID || $notification->getSubject() !== SessionNotifications::SAID) {
			throw new UnknownNotificationException();
		}
		$viewer = $this->viewers->of($notification->getUser());
		$id = (int)$notification->getObjectId();
		$of = static fn (array $waiting): array => array_values(array_filter($waiting, static fn (array $one): bool => $one['session']['id'] === $id));
		$rows = $of($this->said->rows($viewer));
		$pairs = $of($this->said->pairs($viewer));
		$first = $rows[0] ?? $pairs[0] ?? throw new AlreadyProcessedException();
		$l = ReaderLanguage::texts($this->languages, $languageCode);
		$day = DateWords::long($l, $first['session']['day']);
		return $notification
			->setParsedSubject($rows === [] ? $l->t('In the session of %s you could be introduced', [$day]) : $l->t('What was said in the session of %s: publish it?', [$day]))
			->setParsedMessage(implode("\n", array_map(static fn (array $one): string => self::line($l, $one), [...$rows, ...$pairs])))
			->setLink($this->urls->linkToRouteAbsolute('reseau.page.index') . 'said')
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));
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
