<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\L10N\IFactory;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;

/**
 * The mail with a message, in the language of its reader. It comes from the server's own address and cannot be replied to: neither of the two
 * learns the other's address.
 */
class MessageMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
		private readonly Network $network,
	) {
	}

	/**
	 * @param IUser $user the person themselves, or the keeper of their card
	 * @param non-empty-list<Delivery> $deliveries of one text: to the account's own person, and to people whose cards it keeps
	 * @return ?bool whether it was sent; null: the account has no address
	 */
	public function send(IUser $user, array $deliveries, string $text): ?bool {
		$address = $user->getEMailAddress() ?? '';
		if ($address === '') {
			return null;
		}
		$language = $this->languages->getUserLanguage($user);
		$l = ReaderLanguage::texts($this->languages, $language);
		$by = $deliveries[0]->by($l);
		$kept = array_map(static fn (Delivery $one): string => PlainText::text($one->to->getName()), array_values(array_filter($deliveries, static fn (Delivery $one): bool => $one->to->getUid() === null)));
		$title = match (true) {
			count($kept) < count($deliveries) => $l->t('%s wrote to you', [$by]),
			count($kept) === 1 => $l->t('%1$s wrote to %2$s, whose card you keep', [$by, $kept[0]]),
			default => $l->t('%s wrote to people whose cards you keep', [$by]),
		};
		$template = $this->mailer->createEMailTemplate('reseau.message');
		$template->setSubject($title);
		$template->addHeader();
		$template->addHeading($title);
		$template->addBodyText($deliveries[0]->heading($l, $this->network->name()));
		self::words($template, $text);
		if ($kept !== []) {
			$template->addBodyText(count($kept) === 1
				? $l->t('Pass it on to %s in the way you usually reach them, and write their answer on the page.', $kept)
				: $l->t('Pass it on to the people whose cards you keep, in the way you usually reach them, and write their answers on the page: %s.', [implode(', ', $kept)]));
		}
		$one = count($deliveries) === 1 ? "/{$deliveries[0]->message->getConversationId()}" : '';
		$template->addBodyButton($l->t('Read and answer'), $this->urls->linkToRouteAbsolute('reseau.page.index') . "messages$one");
		if ($deliveries[0]->message->bulkTo() !== null) {
			$template->addBodyText($l->t('Only %s reads your answer.', [$by]));
		}
		if ($deliveries[0]->unnamed) {
			$template->addBodyText($l->t('You stay anonymous: %s does not learn who you are, unless you tell them.', [$by]));
		}
		$template->addBodyText($l->t('Replies to this email are not read: answer on the page. %s does not see your address, nor you theirs.', [$by]));
		$template->addBodyText($l->t('On the page you can also close this conversation, turn off its emails, or report it.'));
		$template->addFooter('', $language);
		return $this->outbox->send($template, $address, $user->getDisplayName());
	}

	/** A message in a mail, without links. */
	public static function words(IEMailTemplate $template, string $text): void {
		foreach (preg_split('/(?:\r?\n){2,}/u', PlainText::text($text)) ?: [] as $paragraph) {
			$template->addBodyText(trim($paragraph));
		}
	}
}
