<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* What Nextcloud asks from 34.0.2 on whether one account may approach another; the sandbox is older. */

namespace OCP\Interaction\Receivers {
	final class UserReceiver {
		public function __construct(
			public readonly string $userId,
		) {
		}
	}
}

namespace OCP\Interaction {
	use RuntimeException;

	final class RestrictInteractionEvent {
		/** @var array<string, list<string>> the people an account may not approach */
		public static array $restricted = [];

		/** An account about which a rule fails. */
		public static ?string $failing = null;

		/** @var list<string> who was asked about */
		public static array $asked = [];

		public function __construct(
			public readonly string $userId,
			private mixed $user,
			public readonly array $resources,
			public readonly mixed $action,
			public readonly array $receivers,
		) {
		}

		public function isInteractionRestricted(): false|string {
			$to = $this->receivers[0]->userId;
			self::$asked[] = "$this->userId $to";
			if ($to === self::$failing) {
				throw new RuntimeException('No such account');
			}
			return in_array($to, self::$restricted[$this->userId] ?? [], true) ? 'Not outside of your groups.' : false;
		}
	}
}
