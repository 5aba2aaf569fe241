<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Vocabulary;

/** Sessions as a facilitator of the network may see them: the only way they leave the server. */
class SessionPresenter {
	public function __construct(
		private readonly Sessions $sessions,
		private readonly SessionWords $words,
		private readonly SessionTalk $talk,
		private readonly Notices $notices,
		private readonly Vocabulary $vocabulary,
		private readonly ReaderLanguage $language,
		private readonly Days $days,
	) {
	}

	/** @return list<array<string, mixed>> SessionSummarySchema of src/session/model.ts */
	public function list(Viewer $viewer): array {
		return array_map(self::head(...), $this->sessions->all($viewer));
	}

	/** @return array<string, mixed> SessionSchema */
	public function present(Viewer $viewer, SessionRoom $room): array {
		$session = $room->session;
		$seen = $this->seenNotices($viewer, $room);
		$labels = $this->vocabulary->labelsById($this->language->code());
		return self::head($session) + [
			'talk' => $session->getTalkUrl(),
			'can' => ['talk' => $this->talk->isPossible($session)],
			'version' => $session->getVersion(),
			'people' => array_values(array_map(fn (SessionPerson $person): array => [
				'id' => (int)$person->getId(),
				'name' => $this->sessions->nameOf($person, $room->member($person)),
				'member' => $person->getMemberId(),
				'agreed' => $person->getsCard(),
				'listed' => $person->isListed(),
			], $room->peopleFor($viewer))),
			'rows' => array_map(fn (SessionRow $row): array => [
				'id' => (int)$row->getId(),
				'person' => $row->getPersonId(),
				'kind' => $row->getKind(),
				'text' => $this->words->read($row->getText()),
				'terms' => $row->words(),
				'termLabels' => array_map(static fn (string $term): string => $labels[$term] ?? $term, $row->words()),
				'notice' => in_array($row->getNoticeId(), $seen, true) ? $row->getNoticeId() : null,
				'version' => $row->getVersion(),
			], $room->rowsFor($viewer)),
			'forgetOn' => $this->days->of($session->getTouchedAt() + Session::DAYS * 86_400),
		];
	}

	/** @return array{id: int, title: string, place: string, day: string, state: string} */
	public static function head(Session $session): array {
		return [
			'id' => (int)$session->getId(),
			'title' => $session->getTitle(),
			'place' => (string)$session->getPlace(),
			'day' => $session->getDay(),
			'state' => $session->getState(),
		];
	}

	/** @return list<int> notices made in this session that the viewer sees: people may have changed who does */
	private function seenNotices(Viewer $viewer, SessionRoom $room): array {
		$ids = array_values(array_filter(array_map(static fn (SessionRow $row): ?int => $row->getNoticeId(), $room->rows), is_int(...)));
		$seen = [];
		foreach ($ids === [] ? [] : $this->notices->some($ids) as $id => $one) {
			if ($one->isSeenBy($viewer)) {
				$seen[] = $id;
			}
		}
		return $seen;
	}
}
