<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * Reads and writes notices as a file, with their authors and groups by the ids in their own files. A notice that was imported before is not changed: it
 * belongs to its author.
 */
class NoticeFile {
	private const STATES = ['open' => Notice::OPEN, 'fulfilled' => Notice::DONE, 'expired' => Notice::ENDED];
	private const LONGEST_ID = 128;

	public function __construct(
		private readonly NoticeMapper $notices,
		private readonly NoticeStore $store,
		private readonly Notices $reading,
		private readonly MemberService $members,
		private readonly Groups $groups,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly Days $days,
	) {
	}

	/** @param list<mixed> $file in the format of announcements.json */
	public function import(array $file): ImportReport {
		$report = new ImportReport();
		foreach ($file as $i => $entry) {
			$ref = is_array($entry) ? $entry['id'] ?? null : null;
			if (!is_string($ref) || $ref === '' || mb_strlen($ref) > self::LONGEST_ID) {
				$report->skipped("notice $i", 'id_missing');
			} elseif ($this->notices->findBy('ref', $ref) !== null) {
				$report->add("notice: $ref", ImportReport::UNCHANGED);
			} else {
				try {
					[$notice, $thanks] = $this->read($ref, $entry);
					$this->store->insert($notice);
					$this->store->update($notice, $thanks);
					$report->add("notice: $ref", ImportReport::MADE);
				} catch (ReasonException $e) {
					$report->skipped("notice: $ref", trim("$e->reason " . ($e->details['field'] ?? '')));
				}
			}
		}
		return $report;
	}

	/** @return list<array<string, mixed>> */
	public function export(): array {
		$all = $this->notices->findAll();
		$members = $this->members->refs();
		$groups = $this->groups->refs();
		$thanks = $this->reading->thanks(array_map(static fn (Notice $notice): int => (int)$notice->getId(), $all));
		return array_map(fn (Notice $notice): array => array_filter([
			'id' => $notice->getRef() ?? 'notice-' . $notice->getId(),
			'kind' => $notice->getKind(),
			'author' => $members[$notice->getMemberId()] ?? '',
			'title' => $notice->getTitle(),
			'body' => (string)$notice->getText(),
			'mode' => $notice->getMode(),
			'neededBy' => $notice->getNeededBy(),
			'free' => (string)$notice->getFree() === '' ? null : $notice->getFree(),
			'terms' => $notice->words(),
			'territories' => $notice->places(),
			'group' => $groups[$notice->getGroupId() ?? 0] ?? null,
			'audience' => $notice->getOnlyGroup() === null ? null : 'group',
			'published' => $this->days->of($notice->getPublishedAt()),
			'expires' => $notice->getUntilDay(),
			'status' => array_search($notice->getState(), self::STATES, true),
			'outcome' => (string)$notice->getOutcome() === '' ? null : $notice->getOutcome(),
			'thanks' => array_values(array_filter(array_map(static fn (int $id): ?string => $members[$id] ?? null, $thanks[(int)$notice->getId()] ?? []))) ?: null,
		], static fn (mixed $value): bool => $value !== null), $all);
	}

	/**
	 * @param array<array-key, mixed> $entry
	 * @return array{Notice, list<int>} and the people it thanks
	 * @throws ReasonException why it cannot be stored
	 */
	private function read(string $ref, array $entry): array {
		$author = is_string($entry['author'] ?? null) ? $this->members->idOfRef($entry['author']) : null;
		$notice = new Notice();
		$notice->setRef($ref);
		$notice->setKeyHash(hash('sha256', "file $ref"));
		$notice->setVersion(1);
		$notice->setMemberId($author ?? throw ReasonException::at('unknown_member', 'author'));
		$notice->setKind(NoticeRules::kind($entry['kind'] ?? null));
		$notice->setTitle(NoticeRules::title($entry['title'] ?? null));
		$notice->setText(Fields::text($entry['body'] ?? '', 'body', NoticeRules::LIMITS['text']));
		$notice->setFree(Fields::text($entry['free'] ?? '', 'free', NoticeRules::LIMITS['free']));
		$notice->setMode(in_array($entry['mode'] ?? null, NoticeRules::MODES, true) ? $entry['mode'] : null);
		$notice->setNeededBy(Input::date($entry['neededBy'] ?? null));
		$notice->writeWords(array_values(array_filter(
			Fields::words($entry['terms'] ?? [], 'terms', NoticeRules::LIMITS['terms'], self::LONGEST_ID),
			fn (string $term): bool => $this->vocabulary->has($term, 'sectors', 'themes', 'publics'),
		)));
		$notice->writePlaces($this->territories->places($entry['territories'] ?? (isset($entry['territory']) ? [$entry['territory']] : []), 'territories', NoticeRules::LIMITS['territories']));
		$group = is_string($entry['group'] ?? null) ? $this->groups->idOfRef($entry['group']) : null;
		$notice->setGroupId($group);
		if (($entry['audience'] ?? '') === 'group') {
			$notice->setOnlyGroup($group ?? throw ReasonException::at('unknown_group', 'group'));
		}
		$status = $entry['status'] ?? 'open';
		$notice->setState((is_string($status) ? self::STATES[$status] ?? null : null) ?? throw ReasonException::at('unknown_state', 'status'));
		$notice->setPublishedAt((int)strtotime((Input::date($entry['published'] ?? null) ?? throw ReasonException::at('bad_day', 'published')) . ' 12:00 UTC'));
		$notice->setUntilDay(Input::date($entry['expires'] ?? null) ?? throw ReasonException::at('bad_day', 'expires'));
		$notice->setOutcome(NoticeRules::outcome($entry['outcome'] ?? ''));
		$thanks = array_map($this->members->idOfRef(...), Fields::words($entry['thanks'] ?? [], 'thanks', NoticeRules::LIMITS['thanks'], self::LONGEST_ID));
		return [$notice, array_values(array_filter($thanks, static fn (?int $id): bool => $id !== null && $id !== $author))];
	}
}
