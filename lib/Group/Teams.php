<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use Closure;
use OCA\Reseau\Settings\TeamPreset;
use OCP\App\IAppManager;
use Psr\Container\ContainerInterface;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Reads Nextcloud's Teams, which may be missing. Réseau creates, joins and leaves teams in the browser, with the user's rights; here they are only
 * read. Do not call it while Teams itself is running, such as in its events: all calls share one Teams session.
 */
class Teams {
	/** Level from which a member may administer a team. */
	public const ADMIN = 8;
	public const OWNER = 9;

	private const APP = 'circles';
	private const MANAGER = 'OCA\\Circles\\CirclesManager';
	private const NOT_FOUND = 'OCA\\Circles\\Exceptions\\CircleNotFoundException';
	private const ACCOUNT = 1;

	/** Bits of a team's settings: everyone may join, only with approval, and members may let others in. */
	private const OPEN = 16;
	private const REQUEST = 64;
	private const FRIEND = 128;

	public function __construct(
		private readonly IAppManager $apps,
		private readonly ContainerInterface $container,
		private readonly LoggerInterface $logger,
	) {
	}

	/** Team members other than accounts, such as a group of accounts: no account has this name. */
	private const OTHERS = '';

	/**
	 * @return ?array<array-key, int> levels of direct members by account, 0: has asked to join; under OTHERS the highest level of other members;
	 *                                null: unknown, or no such team
	 */
	public function members(string $teamId): ?array {
		return $this->read($teamId, static function (object $circle): array {
			$members = [];
			foreach ($circle->getMembers() as $member) {
				$who = $member->getUserType() === self::ACCOUNT ? $member->getUserId() : self::OTHERS;
				$members[$who] = max($members[$who] ?? 0, $member->getLevel());
			}
			return $members;
		}) ?: null;
	}

	/** @return ?TeamPreset how its settings let people in, now; null: unknown, or no such team */
	public function preset(string $teamId): ?TeamPreset {
		$config = $this->read($teamId, static fn (object $circle): int => $circle->getConfig());
		return match (true) {
			!is_int($config) => null,
			($config & self::FRIEND) !== 0 => TeamPreset::Open,
			($config & self::OPEN) === 0 => TeamPreset::Private,
			default => ($config & self::REQUEST) === 0 ? TeamPreset::Open : TeamPreset::Request,
		};
	}

	/** @return ?bool null: not known */
	public function exists(string $teamId): ?bool {
		return $this->read($teamId, static fn (): bool => true);
	}

	/**
	 * @template T
	 * @param Closure(object): T $take what is wanted of the team
	 * @return T|false|null false: no such team; null: not known
	 */
	private function read(string $teamId, Closure $take): mixed {
		if (!$this->apps->isEnabledForAnyone(self::APP)) {
			return null;
		}
		try {
			$manager = $this->container->get(self::MANAGER);
			$manager->startSuperSession();
			try {
				return $take($manager->getCircle($teamId));
			} finally {
				$manager->stopSession();
			}
		} catch (Throwable $e) {
			if (is_a($e, self::NOT_FOUND)) {
				return false;
			}
			$this->logger->warning('Could not query Teams', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			return null;
		}
	}
}
