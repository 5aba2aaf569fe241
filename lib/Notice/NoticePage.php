<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The page behind the link in the mail before a notice ends: the notice, and three buttons. templates/light.php prints it. */
class NoticePage {
	public function __construct(
		private readonly NoticeLinks $links,
		private readonly ChangeNotice $change,
		private readonly AnswerPage $cards,
		private readonly NoticeWords $words,
		private readonly Network $network,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param string $reason why the last answer was not saved: a reason word of answer()
	 * @param string $outcome what was not saved
	 * @return array<string, mixed> what templates/light.php names
	 * @throws ReasonException link_gone
	 */
	public function question(string $token, string $reason = '', string $outcome = ''): array {
		$one = $this->links->open($token);
		return [
			'title' => $this->l->t('A notice ends soon'),
			'network' => $this->network->name(),
			'note' => $reason === '' ? '' : $this->l->t('Your answer was not saved: what came of it is too long, or contains characters that cannot be saved.'),
			'paragraphs' => [$this->l->t('It is shown until %s. What becomes of it?', [$this->words->day($this->l, $one->notice->getUntilDay())])],
			'card' => null,
			'told' => [['title' => FixedSpaces::in($one->notice->getTitle()), 'text' => (string)$one->notice->getText()]],
			'answers' => [
				['answer' => 'renew', 'button' => $this->l->t('It is still true'), 'means' => $this->l->t('It is shown for another 60 days.')],
				['answer' => 'close', 'button' => $this->l->t('It is done'), 'means' => $this->l->t('It is no longer listed. Its page says what came of it.'), 'fields' => [
					['name' => 'outcome', 'label' => $this->l->t('What came of it? (optional)'), 'value' => $outcome, 'max' => NoticeRules::LIMITS['outcome'], 'rows' => 4, 'optional' => true],
				]],
				['answer' => 'end', 'button' => $this->l->t('Let it end'), 'means' => $this->l->t('It is no longer listed, from now on.')],
			],
			'question' => $this->l->t('Each of these can be changed later in the network: ask the person who keeps your card if you have no account.'),
		];
	}

	/**
	 * @param string $outcome raw text
	 * @return array<string, mixed>
	 * @throws ReasonException link_gone
	 */
	public function answer(string $token, string $answer, string $outcome): array {
		if (!in_array($answer, ['renew', 'close', 'end'], true)) {
			return $this->question($token);
		}
		try {
			$told = $answer === 'close' ? NoticeRules::outcome($outcome) : '';
		} catch (ReasonException $e) {
			return $this->question($token, $e->reason, mb_check_encoding($outcome, 'UTF-8') ? $outcome : '');
		}
		$this->change->byLink($answer, fn (): AuthoredNotice => $this->links->open($token), $told);
		return match ($answer) {
			'renew' => $this->done($this->l->t('The notice is renewed'), $this->l->t('It is shown for another 60 days. Before it ends you are asked again.')),
			'close' => $this->done($this->l->t('It is done'), $this->l->t('Thank you for saying so. The notice is no longer listed.')),
			'end' => $this->done($this->l->t('The notice has ended'), $this->l->t('It is no longer listed.')),
		};
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->done($this->l->t('This link no longer works'), $this->l->t('It was used already, or the notice was changed, has ended, or is not shown at the moment.'));
	}

	/** @return array<string, mixed> */
	private function done(string $title, string $text): array {
		return $this->cards->sentence($title, $text, $this->l->t('You find your notices in the network, also those that have ended.'));
	}
}
