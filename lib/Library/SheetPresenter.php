<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Vocabulary;

/** A sheet as a viewer may see it: the only way sheets leave the server. Members it names are shown only to those who may see them. */
class SheetPresenter {
	/** Characters of a text in one line of a list. */
	private const LINE = 240;

	public function __construct(
		private readonly SheetAccess $access,
		private readonly EvaluationMapper $evaluations,
		private readonly Signatures $signatures,
		private readonly AnonymousAuthors $anonymousAuthors,
		private readonly People $people,
		private readonly MemberPresenter $members,
		private readonly Groups $groups,
		private readonly SheetWords $words,
		private readonly Vocabulary $vocabulary,
		private readonly ReaderLanguage $language,
	) {
	}

	/** @return array<string, mixed> SheetSchema of src/library/model.ts */
	public function present(Viewer $viewer, SeenSheet $seen): array {
		$sheet = $seen->sheet;
		$terms = $this->vocabulary->resolveAll($sheet->terms());
		$labels = $this->vocabulary->labelsById($this->language->code());
		$titles = $sheet->groups === [] ? [] : $this->groups->titles();
		$signing = $this->signatures->summary($viewer, $seen);
		$groups = array_intersect_key($titles, array_flip($sheet->groups ?? []));
		return [
			'fileId' => (string)$sheet->getFileId(),
			'kind' => $sheet->getKind(),
			'kindLabel' => $this->words->kind($sheet->getKind()),
			'outcome' => $sheet->getOutcome(),
			'title' => $sheet->getTitle(),
			'summary' => $sheet->text('summary'),
			'context' => $sheet->context(),
			'tried' => $sheet->text('tried'),
			'happened' => $sheet->text('happened'),
			'learnt' => $sheet->text('learnt'),
			'wanted' => $sheet->text('wanted'),
			'authors' => $this->persons($viewer, $sheet->isAnonymous() ? [] : $sheet->authors ?? []),
			'authorNames' => $sheet->isAnonymous() ? '' : $sheet->text('authorNames'),
			'anonymous' => $sheet->isAnonymous(),
			'reach' => $this->anonymousAuthors->reach($viewer, $sheet),
			'licence' => $sheet->text('licence'),
			'terms' => $terms,
			'termLabels' => array_map(static fn (string $term): string => $labels[$term] ?? $term, $terms),
			'groups' => array_map(static fn (int $id, string $title): array => ['id' => $id, 'title' => $title], array_keys($groups), $groups),
			'status' => $sheet->getStatus(),
			// Members it names may be hidden: only editors see that the list changed.
			'version' => SheetAccess::mayRemove($viewer, $seen) ? $sheet->getVersion() : null,
			'deposited' => $sheet->getDeposited() === true,
			'file' => $seen->file?->present(),
			'evaluations' => $this->evaluations($viewer, $sheet),
			'signing' => $signing,
			'left' => $signing === null ? $this->signatures->left($viewer, $seen) : null,
			'changed' => gmdate(DATE_ATOM, $sheet->getChangedAt()),
			'can' => [
				'edit' => $seen->mayChange,
				'evaluate' => EvaluateSheet::isOpen($seen) && $viewer->memberId !== null,
				'sign' => Signatures::isOpen($seen) && $this->isShown($viewer),
				'collect' => Signatures::collects($viewer, $seen),
				'remove' => SheetAccess::mayRemove($viewer, $seen),
			],
		];
	}

	/**
	 * @param ?array{text: string, marks: list<array{int, int}>} $found
	 * @return array<string, mixed> SheetSummarySchema
	 */
	public function summary(SeenSheet $seen, ?array $found = null): array {
		$sheet = $seen->sheet;
		return [
			'fileId' => (string)$sheet->getFileId(),
			'title' => $sheet->getTitle(),
			'summary' => $sheet->text('summary'),
			'kind' => $sheet->getKind(),
			'kindLabel' => $this->words->kind($sheet->getKind()),
			'outcome' => $sheet->getOutcome(),
			'places' => array_column($sheet->context()['territories'], 'name'),
			'status' => $sheet->getStatus(),
			'found' => $found,
			'file' => $seen->file?->present(),
		];
	}

	/** @return array<string, mixed> StorySchema of src/library/model.ts */
	public function story(SeenSheet $seen): array {
		return $this->summary($seen) + ['learnt' => Excerpt::of($seen->sheet->text('learnt'), self::LINE), 'wanted' => Excerpt::of($seen->sheet->text('wanted'), self::LINE)];
	}

	/**
	 * What visitors of the public showcase see of a sheet: of its authors those who are in the showcase themselves, and nothing of its file.
	 *
	 * @return ?array<string, mixed> null if it is not in the showcase
	 */
	public function showcase(Sheet $sheet): ?array {
		if (!$this->access->isPublic($sheet)) {
			return null;
		}
		$context = $sheet->context();
		return [
			'id' => $sheet->getFileId(),
			'title' => $sheet->getTitle(),
			'line' => $this->words->line($sheet),
			'texts' => array_filter(array_diff_key(
				array_combine(Sheet::TEXTS, array_map($sheet->text(...), Sheet::TEXTS)),
				['authorNames' => '', 'licence' => ''],
			) + ['licence' => $this->words->licence($sheet->text('licence'))] + ['territories' => implode(' · ', array_column($context['territories'], 'name'))] + array_diff_key($context, ['territories' => []])),
			'authors' => $this->persons(Viewer::visitor(), $sheet->authors ?? []),
			// When it was changed would tell that something visitors do not see was.
			'published' => (int)$sheet->getPublishedAt(),
		];
	}

	/**
	 * @param list<int> $ids
	 * @return list<array{id: int, name: string, uid: ?string}> PersonSchema: those the viewer may see, in the order of the ids
	 */
	private function persons(Viewer $viewer, array $ids): array {
		$people = $this->people->byIds($ids);
		$persons = [];
		foreach ($ids as $id) {
			$card = isset($people[$id]) ? $this->members->listed($viewer, $people[$id]) : [];
			if ($card !== []) {
				$persons[] = ['id' => $card['id'], 'name' => $card['name'], 'uid' => $card['uid']];
			}
		}
		return $persons;
	}

	/** @return list<array<string, mixed>> EvaluationSchema: mine first, then the oldest; without hidden members, whose standpoint may reveal them */
	private function evaluations(Viewer $viewer, Sheet $sheet): array {
		$evaluations = $this->evaluations->findOfSheet((int)$sheet->getId());
		$people = array_column($this->persons($viewer, array_map(static fn (Evaluation $one): int => $one->getMemberId(), $evaluations)), null, 'id');
		$shown = [];
		foreach ($evaluations as $evaluation) {
			if (isset($people[$evaluation->getMemberId()])) {
				$shown[] = [
					'id' => (int)$evaluation->getId(),
					'by' => $people[$evaluation->getMemberId()],
					'standpoint' => $evaluation->getStandpoint(),
					'answers' => $evaluation->answers(),
					'day' => $evaluation->getDay(),
					'mine' => $evaluation->getMemberId() === $viewer->memberId,
				];
			}
		}
		usort($shown, static fn (array $a, array $b): int => [$b['mine'], $a['id']] <=> [$a['mine'], $b['id']]);
		return $shown;
	}

	private function isShown(Viewer $viewer): bool {
		return $viewer->memberId !== null && $this->people->byId($viewer->memberId)?->isShown() === true;
	}
}
