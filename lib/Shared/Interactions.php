<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Http;

/** Asks Nextcloud, from 34.0.2 on, whether its rules let one account approach another. */
class Interactions {
	/** By name, as older versions do not have them. */
	private const EVENT = 'OCP\Interaction\RestrictInteractionEvent';
	private const RECEIVER = 'OCP\Interaction\Receivers\UserReceiver';

	/**
	 * @param ?string $from account; null: a person without one, about whom Nextcloud has no rules
	 * @param ?string $to the same
	 * @throws ReasonException restricted
	 */
	public function requireAllowed(?string $from, ?string $to): void {
		if ($from === null || $to === null || $from === $to || !class_exists(self::EVENT)) {
			return;
		}
		[$event, $receiver] = [self::EVENT, self::RECEIVER];
		if ((new $event($from, null, [], null, [new $receiver($to)]))->isInteractionRestricted() !== false) {
			throw new ReasonException('restricted', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}
}
