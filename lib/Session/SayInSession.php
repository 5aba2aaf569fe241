<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Member\People;
use OCA\Reseau\Notice\NoticeRules;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCA\Reseau\Vocabulary\ThemeSuggestions;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/**
 * Writes down what people in the room say. The card of a person is locked meanwhile, then the session: what two facilitators write at the same moment is
 * both there, and the session does not end in between.
 */
class SayInSession {
	use Atomic;

	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly Sessions $reading,
		private readonly SessionWords $words,
		private readonly NoticeRules $noticeRules,
		private readonly ThemeSuggestions $suggestions,
		private readonly People $people,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input NewRowSchema of src/session/model.ts, raw input
	 * @return int number of the row; of the one there is if the key was used before
	 * @throws ReasonException not_yours · not_found · session_ended · bad_key · session_full · unknown_member · those of SessionRules and NoticeRules::terms()
	 */
	public function add(Viewer $viewer, int $id, array $input): int {
		$this->reading->one($viewer, $id);
		$key = RequestKey::hash($input['key'] ?? null, "$viewer->uid $id");
		[$kind, $text, $terms] = $this->said($input);
		$who = self::who($input);
		return $this->atomicAgain(function () use ($viewer, $id, $key, $kind, $text, $terms, $who): int {
			$this->people->hold(...array_filter([$who['member']]));
			$this->sessions->hold($id);
			$made = $this->rows->findByKey($key);
			if ($made !== null) {
				return (int)$made->getId();
			}
			$room = $this->reading->with($this->reading->open($viewer, $id));
			if (count($room->rows) >= SessionRules::LIMITS['rows']) {
				throw new ReasonException('session_full', Http::STATUS_CONFLICT);
			}
			$row = new SessionRow();
			$row->setSessionId($id);
			$row->setPersonId($this->person($viewer, $room, $who));
			$row->setKind($kind);
			$row->setText($this->words->encrypt($text));
			$row->writeWords($terms);
			$row->setState(SessionRow::SAID);
			$row->setVersion(1);
			$row->setKeyHash($key);
			$this->rows->insert($row);
			$this->touch($room->session);
			return (int)$row->getId();
		}, $this->db);
	}

	/**
	 * @param array<array-key, mixed> $input RowChangesSchema, raw input
	 * @throws ReasonException not_yours · not_found · session_ended · version_missing · stale_version · those of SessionRules and NoticeRules::terms()
	 */
	public function change(Viewer $viewer, int $id, int $rowId, array $input): void {
		$this->reading->one($viewer, $id);
		$version = Input::version($input);
		[$kind, $text, $terms] = $this->said($input);
		$this->changed($viewer, $id, true, function (SessionRoom $room) use ($viewer, $rowId, $version, $kind, $text, $terms): bool {
			$row = Sessions::row($room, $viewer, $rowId);
			if ($row->getVersion() !== $version) {
				throw ReasonException::stale();
			}
			$row->setKind($kind);
			$row->setText($this->words->encrypt($text));
			$row->writeWords($terms);
			$row->setVersion($version + 1);
			$this->rows->update($row);
			return true;
		});
	}

	/**
	 * A person of whom nothing is left is forgotten too.
	 *
	 * @throws ReasonException not_yours · not_found · session_ended
	 */
	public function remove(Viewer $viewer, int $id, int $rowId): void {
		$this->changed($viewer, $id, true, function (SessionRoom $room) use ($viewer, $rowId): bool {
			$row = Sessions::row($room, $viewer, $rowId);
			$this->rows->delete($row);
			$person = $room->people[$row->getPersonId()];
			if (count($room->rowsOf($person)) === 1) {
				$this->persons->delete($person);
			}
			return true;
		});
	}

	/**
	 * What a person agreed to: while the session is open to have a card, at any time to be on the printed list, or not any more.
	 *
	 * @param array<array-key, mixed> $input AgreementSchema, raw input
	 * @throws ReasonException not_yours · not_found · session_ended · wrong_type
	 */
	public function agree(Viewer $viewer, int $id, int $personId, array $input): void {
		$agreed = isset($input['agreed']) ? Input::flag($input['agreed'], 'agreed') : null;
		$listed = isset($input['listed']) ? Input::flag($input['listed'], 'listed') : null;
		$this->changed($viewer, $id, $agreed !== null, function (SessionRoom $room) use ($viewer, $personId, $agreed, $listed): bool {
			$person = $room->peopleFor($viewer)[$personId] ?? throw ReasonException::notFound();
			if ($agreed !== null && $person->getMemberId() === null) {
				$person->setAgreed($agreed);
			}
			if ($listed !== null) {
				$person->setListed($listed);
			}
			$changed = $person->getUpdatedFields() !== [];
			$this->persons->update($person);
			return $changed;
		});
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @return array{string, string, list<string>} kind, text, themes; those that the text speaks of where none are given
	 */
	private function said(array $input): array {
		$text = SessionRules::text($input['text'] ?? null);
		$terms = $input['terms'] ?? null;
		return [SessionRules::kind($input['kind'] ?? null), $text, $terms === null ? $this->suggestions->of($text) : $this->noticeRules->terms($terms, [])];
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @return array{person: ?int, member: ?int, name: string, agreed: bool, listed: bool} one of the first three
	 * @throws ReasonException wrong_type · name_missing · too_long · bad_text
	 */
	private static function who(array $input): array {
		foreach (['person', 'member'] as $field) {
			if (isset($input[$field]) && !is_int($input[$field])) {
				throw ReasonException::at('wrong_type', $field);
			}
		}
		return [
			'person' => $input['person'] ?? null,
			'member' => $input['member'] ?? null,
			'name' => isset($input['person']) || isset($input['member']) ? '' : SessionRules::name($input['name'] ?? ''),
			'agreed' => Input::flag($input['agreed'] ?? false, 'agreed'),
			'listed' => Input::flag($input['listed'] ?? false, 'listed'),
		];
	}

	/**
	 * The person in this session: known by number, by card or by name, else new.
	 *
	 * @param array{person: ?int, member: ?int, name: string, agreed: bool, listed: bool} $who
	 * @throws ReasonException unknown_member
	 */
	private function person(Viewer $viewer, SessionRoom $room, array $who): int {
		$person = $this->known($viewer, $room, $who);
		if ($person === null) {
			if ($who['person'] !== null) {
				throw ReasonException::at('unknown_member', 'person');
			}
			$person = new SessionPerson();
			$person->setSessionId($room->id());
			$person->setMemberId($who['member']);
			$person->setName($who['member'] === null ? $this->words->encrypt($who['name']) : null);
			$person->setAgreed($who['member'] === null && $who['agreed']);
			$person->setListed($who['listed']);
			return (int)$this->persons->insert($person)->getId();
		}
		// What was agreed to before stays.
		if ($who['agreed'] && $person->getMemberId() === null) {
			$person->setAgreed(true);
		}
		if ($who['listed']) {
			$person->setListed(true);
		}
		$this->persons->update($person);
		return (int)$person->getId();
	}

	/** @param array{person: ?int, member: ?int, name: string, agreed: bool, listed: bool} $who */
	private function known(Viewer $viewer, SessionRoom $room, array $who): ?SessionPerson {
		$people = $room->peopleFor($viewer);
		if ($who['person'] !== null) {
			return $people[$who['person']] ?? null;
		}
		if ($who['member'] !== null) {
			$member = $this->people->byId($who['member']);
			if ($member === null || !People::knows($viewer, $member)) {
				throw ReasonException::at('unknown_member', 'member');
			}
		}
		$name = Fold::text($who['name']);
		foreach ($people as $person) {
			if ($person->getMemberId() === $who['member'] && ($who['member'] !== null || Fold::text($this->words->read($person->getName())) === $name)) {
				return $person;
			}
		}
		return null;
	}

	/**
	 * @param bool $open only while the session goes on
	 * @param callable(SessionRoom): bool $change whether it changed something
	 */
	private function changed(Viewer $viewer, int $id, bool $open, callable $change): void {
		$this->reading->one($viewer, $id);
		$this->atomicAgain(function () use ($viewer, $id, $open, $change): void {
			$this->sessions->hold($id);
			$session = $open ? $this->reading->open($viewer, $id) : $this->reading->one($viewer, $id);
			if ($change($this->reading->with($session)) && $session->isOpen()) {
				$this->touch($session);
			}
		}, $this->db);
	}

	private function touch(Session $session): void {
		$session->touch($this->clock->getTime());
		$this->sessions->update($session);
	}
}
