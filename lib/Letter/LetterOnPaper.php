<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\Reached;
use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\RecordLetterChoice;
use OCA\Reseau\Subscription\Subscriptions;
use OCA\Reseau\Subscription\Why;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Letters on paper for people who cannot be reached by mail: for the keepers of their cards, and for facilitators if the mail server refused a letter. It
 * contains what its reader may see, limited to what the person who prints it sees as well.
 */
class LetterOnPaper {
	/** Seconds for which a message to all members is printed, since it announces something. */
	private const MESSAGE = 60 * 86400;

	/** People per request. */
	private const MOST = 100;

	public function __construct(
		private readonly Letters $letters,
		private readonly ReadLetter $reading,
		private readonly Recipients $recipients,
		private readonly LetterMailMapper $mails,
		private readonly Subscriptions $subscriptions,
		private readonly RecordLetterChoice $choices,
		private readonly MemberAccess $access,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * The letters for a person whose card this viewer keeps: messages to all members, and the last letter, if they want it.
	 *
	 * @return array<string, mixed> PersonPapersSchema of src/letter/model.ts
	 * @throws ReasonException not_found · not_yours · only_people · only_they
	 */
	public function ofCard(Viewer $viewer, int $memberId): array {
		$card = $this->access->kept($viewer, $memberId);
		$card->kind()->requirePerson();
		if ($card->getUid() !== null) {
			throw new ReasonException('only_they', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$reader = new Reader(0, $memberId, null, $card->getName(), Why::Reported, null, '');
		$wanted = $this->choices->state($memberId) === true ? $this->recipients->lettersFor($memberId, $this->letters->out()) : [];
		$papers = [...$this->papers($viewer, $reader, $this->messages($card)), ...$this->papers($viewer, $reader, $wanted, 1)];
		return ['name' => $card->getName(), 'papers' => $papers];
	}

	/**
	 * A letter for each person whose address the mail server refused, some of them per request.
	 *
	 * @param int $after number of a mail
	 * @return array<string, mixed> PapersSchema
	 * @throws ReasonException not_yours · not_found
	 */
	public function refused(Viewer $viewer, int $id, int $after): array {
		$letter = $this->letters->one($viewer, $id);
		$mails = $letter->is(Letter::SENT) ? $this->mails->findOf($id, LetterMail::REFUSED, self::MOST + 1, $after) : [];
		$next = count($mails) > self::MOST ? (int)$mails[self::MOST - 1]->getId() : null;
		$mails = array_slice($mails, 0, self::MOST);
		$readers = $this->subscriptions->some(Recipients::listOf($letter), array_map(static fn (LetterMail $mail): int => $mail->getReaderId(), $mails));
		$papers = $people = $places = [];
		foreach ($this->reading->onPaper($viewer, $readers, $letter) as $at => $composed) {
			if ($composed->sections === []) {
				continue;
			}
			// People who see the same get the same paper.
			$paper = self::paper($letter, $composed);
			$place = $places[$paper['html']] ??= count($papers);
			$papers[$place] = $paper;
			$people[] = ['name' => $readers[$at]->name, 'paper' => $place];
		}
		return ['papers' => $papers, 'people' => $people, 'next' => $next];
	}

	/** @return list<Letter> messages to all members that are still to be printed for this person */
	private function messages(Member $card): array {
		$since = $this->clock->getTime() - self::MESSAGE;
		return Reached::belongs($card) ? array_values(array_filter($this->letters->messages(), static fn (Letter $letter): bool => $letter->getSentAt() >= $since)) : [];
	}

	/**
	 * The first of some letters that contain something for their reader and that the viewer, who hands them over, may read.
	 *
	 * @param iterable<Letter> $letters
	 * @param ?int $most null: all
	 * @return list<array<string, mixed>> PaperSchema of each
	 */
	private function papers(Viewer $viewer, Reader $reader, iterable $letters, ?int $most = null): array {
		$papers = [];
		foreach ($letters as $brief) {
			$letter = $brief->is(Letter::SENT) && ReadLetter::mayRead($viewer, $brief) ? $this->letters->whole($brief) : null;
			$composed = $letter === null ? null : $this->reading->onPaper($viewer, [$reader], $letter)[0];
			if ($composed !== null && $composed->sections !== []) {
				$papers[] = self::paper($letter, $composed);
				if (count($papers) === $most) {
					break;
				}
			}
		}
		return $papers;
	}

	/** @return array<string, mixed> PaperSchema */
	private static function paper(Letter $letter, Composed $composed): array {
		return [
			'title' => $composed->title,
			'language' => $composed->language,
			'html' => (new LetterHtml(LetterHtml::PAPER))->body($composed, "data:image/jpeg;base64,{$letter->getPicture()}", false),
		];
	}
}
