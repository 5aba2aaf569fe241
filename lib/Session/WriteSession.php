<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Session\Event\SessionDeleted;
use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** Makes, changes and deletes sessions. */
class WriteSession {
	use Atomic;

	private const MOST = [ActionLimit::HOUR => 30, ActionLimit::DAY => 60];

	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly Sessions $reading,
		private readonly SessionNotifications $notifications,
		private readonly ActionLimit $limit,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input NewSessionSchema of src/session/model.ts, raw input
	 * @return int number of the session; of the one there is if the key was used before
	 * @throws ReasonException not_yours · bad_key · enough_sessions · enough_sessions_today · those of SessionRules::head()
	 */
	public function make(Viewer $viewer, array $input): int {
		Sessions::requireFacilitator($viewer);
		$key = RequestKey::hash($input['key'] ?? null, (string)$viewer->uid);
		$head = SessionRules::head($input);
		$made = $this->sessions->findByKey($key);
		if ($made !== null) {
			return (int)$made->getId();
		}
		$this->limit->count('reseau-session', self::MOST, 'enough_sessions');
		$session = new Session();
		$session->setKeyHash($key);
		$session->setState(Session::OPEN);
		$session->setVersion(0);
		self::write($session, $head, $this->clock->getTime());
		try {
			return (int)$this->sessions->insert($session)->getId();
		} catch (Exception $e) {
			// The same key at the same moment.
			$made = $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->sessions->findByKey($key) : null;
			return (int)($made?->getId() ?? throw $e);
		}
	}

	/**
	 * @param array<array-key, mixed> $input SessionChangesSchema, raw input
	 * @throws ReasonException not_yours · not_found · session_ended · version_missing · stale_version · those of SessionRules::head()
	 */
	public function change(Viewer $viewer, int $id, array $input): void {
		$this->reading->open($viewer, $id);
		$version = Input::version($input);
		$head = SessionRules::head($input);
		$this->atomicAgain(function () use ($viewer, $id, $version, $head): void {
			$this->sessions->hold($id);
			$session = $this->reading->open($viewer, $id);
			if ($session->getVersion() !== $version) {
				throw ReasonException::stale();
			}
			self::write($session, $head, $this->clock->getTime());
			$this->sessions->update($session);
		}, $this->db);
	}

	/**
	 * With everything that was said and is not published; notices and introductions stay.
	 *
	 * @throws ReasonException not_yours · not_found
	 */
	public function delete(Viewer $viewer, int $id): void {
		$this->reading->one($viewer, $id);
		$this->atomicAgain(function () use ($viewer, $id): void {
			$this->sessions->hold($id);
			$session = $this->reading->one($viewer, $id);
			$this->events->dispatchTyped(new SessionDeleted($id));
			$this->rows->deleteBy('session_id', $id);
			$this->persons->deleteOf($id);
			$this->pairs->deleteOf($id);
			$this->sessions->delete($session);
		}, $this->db);
		$this->notifications->settled($id);
	}

	/** @param array{title: string, place: string, day: string} $head */
	private static function write(Session $session, array $head, int $now): void {
		$session->setTitle($head['title']);
		$session->setPlace($head['place']);
		$session->setDay($head['day']);
		$session->touch($now);
	}
}
