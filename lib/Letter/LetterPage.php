<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\Subscriptions;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;

/** The page of a letter, without a script: by the link of a mail, or for who is logged in; and which others there are. */
class LetterPage {
	/** Seconds for which the link of a mail opens its letter. */
	private const OPENS = 400 * 86400;

	public function __construct(
		private readonly Viewers $viewers,
		private readonly Letters $letters,
		private readonly ReadLetter $reading,
		private readonly ReaderSight $sight,
		private readonly Subscriptions $subscriptions,
		private readonly LetterLinks $links,
		private readonly OnlineLinks $online,
		private readonly Network $network,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @return ?string a document; null: its reader has an account, and logs in
	 * @throws ReasonException link_gone · not_found
	 */
	public function forToken(int $id, string $token): ?string {
		$reader = $this->online->reader($id, $token) ?? throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
		if ($reader->uid !== null) {
			return null;
		}
		$out = $this->byLink();
		$viewer = $this->viewer($reader, $out);
		$letter = $this->readable($viewer, $id);
		if (!in_array($id, array_map(static fn (Letter $one): int => $one->id(), $out), true)) {
			throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND);
		}
		[$composed, $slots] = $this->reading->forReader($reader, $letter);
		// People whom this letter was passed on to do not get the others of a member: those are on the reader's own page.
		$others = $viewer->uid === null ? $this->others($viewer, $out, $id, fn (Letter $other): string => $this->online->url($reader, $other->id())) : [];
		return Composed::filled(LetterDocument::of($composed, (string)$letter->getPicture(), [
			[[$this->l->t('No longer receive the letter'), $this->subscriptions->leaveUrl($reader->id)]],
			[[$this->l->t('My page: what is known about me'), $this->subscriptions->ownPageUrl($reader->id)]],
		], $this->l->t('Other letters'), $others, $this->l->getLanguageCode()), array_map(LetterHtml::escape(...), $slots));
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function forViewer(int $id): string {
		$viewer = $this->viewers->current();
		$letter = $this->readable($viewer, $id);
		return LetterDocument::of($this->reading->forViewer($viewer, $letter), (string)$letter->getPicture(), [
			[[$this->l->t('Back to %s', [$this->network->name()]), $this->links->page('letters')]],
		], $this->l->t('Other letters'), $this->others($viewer, $this->letters->out(), $id, fn (Letter $other): string => $this->links->page("letter/{$other->id()}")), $this->l->getLanguageCode());
	}

	/** @return list<array{string, string}> words and address of each letter that a reader without an account may read, the last one first */
	public function lettersOf(Reader $reader): array {
		$out = $this->byLink();
		return $this->others($this->viewer($reader, $out), $out, 0, fn (Letter $letter): string => $this->online->url($reader, $letter->id()));
	}

	/** The page instead of one that cannot be read. */
	public function gone(): string {
		return LetterDocument::page($this->l->getLanguageCode(), $this->l->t('This letter cannot be read here'), '<main><h1>' . LetterHtml::escape($this->l->t('This letter cannot be read here')) . '</h1><p>'
			. LetterHtml::escape($this->l->t('It was deleted, is for other readers, or the link is no longer valid.')) . '</p></main>');
	}

	/**
	 * @throws ReasonException not_found
	 */
	private function readable(Viewer $viewer, int $id): Letter {
		$letter = $this->letters->sent($viewer, $id);
		return ReadLetter::mayRead($viewer, $letter) ? $letter : throw ReasonException::notFound();
	}

	/**
	 * @param list<Letter> $out
	 * @param callable(Letter): string $href
	 * @return list<array{string, string}>
	 */
	private function others(Viewer $viewer, array $out, int $but, callable $href): array {
		$others = array_values(array_filter($out, static fn (Letter $letter): bool => $letter->id() !== $but && ReadLetter::mayRead($viewer, $letter)));
		return array_map(fn (Letter $letter): array => [
			$this->l->t('%1$s, %2$s', [$letter->getTitle(), (new LetterWords($this->l, ''))->day($this->days->of((int)$letter->getSentAt()))]),
			$href($letter),
		], $others);
	}

	/** @return list<Letter> that links still open, the last one first */
	private function byLink(): array {
		return array_values(array_filter($this->letters->out(), fn (Letter $letter): bool => (int)$letter->getSentAt() >= $this->clock->getTime() - self::OPENS));
	}

	/** @param list<Letter> $letters that they may want to read */
	private function viewer(Reader $reader, array $letters): Viewer {
		$groups = array_filter($letters, static fn (Letter $letter): bool => $letter->getReaders() === Segment::GROUP);
		return $this->sight->viewers([$reader], [], array_values(array_unique(array_map(static fn (Letter $letter): int => (int)$letter->getReadersOf(), $groups))))[$reader->id];
	}
}
