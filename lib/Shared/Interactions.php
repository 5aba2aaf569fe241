<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Http;
use Psr\Log\LoggerInterface;
use Throwable;

/** Asks Nextcloud, from 34.0.2 on, whether its rules let one account approach another. */
class Interactions {
	/** As a string, because older versions do not have the class. */
	private const EVENT = 'OCP\Interaction\RestrictInteractionEvent';
	private const RECEIVER = 'OCP\Interaction\Receivers\UserReceiver';

	public function __construct(
		private readonly LoggerInterface $logger,
	) {
	}

	/**
	 * @param ?string $from account; null: a person without one, about whom Nextcloud has no rules
	 * @param ?string $to account, or null
	 * @param ?string $field place of the other person in the input, if there may be several
	 * @throws ReasonException restricted; also if a rule cannot be asked, such as one of another app about an account that was just deleted
	 */
	public function requireAllowed(?string $from, ?string $to, ?string $field = null): void {
		if ($from === null || $to === null || $from === $to || !class_exists(self::EVENT)) {
			return;
		}
		[$event, $receiver] = [self::EVENT, self::RECEIVER];
		try {
			$restricted = (new $event($from, null, [], null, [new $receiver($to)]))->isInteractionRestricted() !== false;
		} catch (Throwable $e) {
			$this->logger->warning('A rule about who may approach whom failed', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			$restricted = true;
		}
		if ($restricted) {
			throw new ReasonException('restricted', Http::STATUS_UNPROCESSABLE_ENTITY, $field === null ? [] : ['field' => $field]);
		}
	}
}
